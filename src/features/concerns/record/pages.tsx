import { NotACallForHelp, type WhomToRing } from '#features/administration/public.ts'
import { QuestionField, questionsOf, type AreaChoice, type Template } from '#features/standard/public.ts'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Link, Name, Para, Subheading } from '#platform/ui/page-parts.tsx'
import { words } from '../words.ts'
import type { DraftPage } from './draft.ts'

export const StartPage = (p: { form: FormState; rings: readonly WhomToRing[] }): Html => (
  <FormPage
    form={p.form}
    submit="Start"
    head={
      <>
        <Heading>Record a concern about a child</Heading>
        <NotACallForHelp rings={p.rings} />
        <Para>It takes about five minutes. Each page is saved as you go, and you can come back to it.</Para>
        <Inset>{words.askNothing}</Inset>
      </>
    }
  >
    {null}
  </FormPage>
)

export const StepPage = (p: {
  form: FormState
  template: Template
  page: DraftPage
  areas: readonly AreaChoice[]
  rings: readonly WhomToRing[]
  mayAddChild: boolean
  mayRemove: boolean
}): Html => {
  const questions = questionsOf(p.template, p.page.step)
  const isFollower = (id: string): boolean =>
    questions.some(question => question.id === id && question.askedWhen !== undefined)
  return (
    <FormPage
      form={p.form}
      submit="Save and continue"
      also={[
        ...(p.mayAddChild ? [{ text: 'Save and add another child', name: 'then', value: 'add-child' }] : []),
        ...(p.mayRemove ? [{ text: 'Remove this child', name: 'then', value: 'remove-child' }] : []),
        { text: 'Save and come back later', name: 'then', value: 'later' },
      ]}
      head={
        <>
          <Heading caption="Record a concern">{p.page.title}</Heading>
          {p.page.step === 'danger' ? <NotACallForHelp rings={p.rings} /> : null}
        </>
      }
    >
      {questions
        .filter(question => !isFollower(question.id))
        .map(question => (
          <QuestionField
            form={p.form}
            question={question}
            prefix={p.page.prefix}
            areas={p.areas}
            followers={questions.filter(other => other.askedWhen?.question === question.id)}
          />
        ))}
    </FormPage>
  )
}

export interface CheckSection {
  readonly title: string
  readonly path: string
  readonly rows: readonly { readonly label: string; readonly said: string | null }[]
  /** Where this section's child can be taken out of the concern. */
  readonly remove: string | null
}

export const CheckPage = (p: {
  form: FormState
  draftId: string
  sections: readonly CheckSection[]
  rings: readonly WhomToRing[]
}): Html => (
  <FormPage
    form={p.form}
    submit="Send"
    head={
      <>
        <Heading caption="Record a concern">Check your answers before you send</Heading>
        <NotACallForHelp rings={p.rings} />
        {p.sections.map(section => (
          <>
            <Subheading>{section.title}</Subheading>
            {section.remove ? (
              <Para>
                <Link href={`/concerns/draft/${p.draftId}/${section.remove}`}>
                  Remove this child<span class="govuk-visually-hidden"> ({section.title})</span>
                </Link>
              </Para>
            ) : null}
            <Facts
              rows={section.rows.map(row => ({
                key: row.label,
                value:
                  row.said === null ? (
                    <strong>Not answered yet</strong>
                  ) : (
                    <span class="sl-words">{row.said}</span>
                  ),
                change: { href: `/concerns/draft/${p.draftId}/${section.path}`, what: row.label },
              }))}
            />
          </>
        ))}
        <Para>When you send this it cannot be changed. You can add more in another concern.</Para>
      </>
    }
  >
    {null}
  </FormPage>
)

/** Asked first: what was answered about the child goes with them. */
export const RemoveChildPage = (p: { form: FormState; called: string; index: number; of: number }): Html => (
  <FormPage
    form={p.form}
    submit="Remove this child"
    warn
    head={
      <>
        <Heading caption="Record a concern">
          Remove <Name>{p.called}</Name> from this concern?
        </Heading>
        <Para>
          This is child {p.index + 1} of {p.of}. What you have answered about this child is removed too. What
          you have answered about the other children, and about what happened, stays.
        </Para>
        <Para>If you are worried about this child, go back and keep them on the concern.</Para>
      </>
    }
  >
    {null}
  </FormPage>
)
