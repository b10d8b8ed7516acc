import { NotACallForHelp, type WhomToRing } from '#features/administration/public.ts'
import { QuestionFields, type AreaChoice } from '#features/standard/public.ts'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Link, Name, Para, Subheading } from '#platform/ui/page-parts.tsx'
import { CHILD, FACE } from '../reading.ts'
import { words } from '../words.ts'
import type { DraftPage } from './draft.ts'

export const StartPage = (p: {
  form: FormState
  faces: readonly { readonly id: string; readonly title: string; readonly hint: string }[]
  rings: readonly WhomToRing[]
}): Html => {
  const [first, ...others] = p.faces
  return (
    <FormPage
      form={p.form}
      submit={first?.title ?? 'Start'}
      also={others.map(face => ({ text: face.title, name: FACE, value: face.id }))}
      head={
        <>
          <Heading>Record a concern about a child</Heading>
          <NotACallForHelp rings={p.rings} />
          <Para>Each page is saved as you go, and you can come back to it.</Para>
          <Facts rows={p.faces.map(face => ({ key: face.title, value: face.hint }))} />
          <Inset>{words.askNothing}</Inset>
        </>
      }
    >
      {null}
    </FormPage>
  )
}

export const StepPage = (p: {
  form: FormState
  page: DraftPage
  areas: readonly AreaChoice[]
  rings: readonly WhomToRing[]
  mayAdd: boolean
  mayRemove: boolean
}): Html => {
  const one = p.page.repeat?.one.en ?? ''
  return (
    <FormPage
      form={p.form}
      submit="Save and continue"
      also={[
        ...(p.mayAdd ? [{ text: `Save and add another ${one}`, name: 'then', value: 'add' }] : []),
        ...(p.mayRemove ? [{ text: `Remove this ${one}`, name: 'then', value: 'remove' }] : []),
        { text: 'Save and come back later', name: 'then', value: 'later' },
      ]}
      head={
        <>
          <Heading caption="Record a concern">
            {p.page.title}
            {p.page.called ? (
              <>
                : <Name>{p.page.called}</Name>
              </>
            ) : null}
          </Heading>
          {p.page.step === 'danger' ? <NotACallForHelp rings={p.rings} /> : null}
          {p.page.lead ? <Inset>{p.page.lead}</Inset> : null}
        </>
      }
    >
      <QuestionFields form={p.form} questions={p.page.questions} prefix={p.page.prefix} areas={p.areas} />
    </FormPage>
  )
}

export interface CheckSection {
  readonly title: string
  readonly called: string
  readonly href: string
  readonly rows: readonly {
    readonly label: string
    readonly said: string | null
    readonly lookAt: readonly { readonly word: string; readonly instead: string }[]
  }[]
  /** Where whom this section is about can be taken out of the concern. */
  readonly remove: { readonly href: string; readonly one: string } | null
}

export const CheckPage = (p: {
  form: FormState
  sections: readonly CheckSection[]
  rings: readonly WhomToRing[]
  goOn: string
}): Html => (
  <FormPage
    form={p.form}
    submit="Send"
    head={
      <>
        <Heading caption="Record a concern">Check your answers before you send</Heading>
        <NotACallForHelp rings={p.rings} />
        <GoOn sections={p.sections} />
        {p.sections.map(section => (
          <>
            <Subheading>
              {section.title}
              {section.called ? (
                <>
                  : <Name>{section.called}</Name>
                </>
              ) : null}
            </Subheading>
            {section.remove ? (
              <Para>
                <Link href={section.remove.href}>
                  Remove this {section.remove.one}
                  <span class="govuk-visually-hidden"> ({section.title})</span>
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
                    <>
                      <span class="sl-words">{row.said}</span>
                      <LookAgain words={row.lookAt} />
                    </>
                  ),
                change: { href: section.href, what: row.label },
              }))}
            />
          </>
        ))}
        <Para>When you send this it cannot be changed. {p.goOn}</Para>
      </>
    }
  >
    {null}
  </FormPage>
)

/** Whoever comes back, perhaps with another device, goes on where the first answer is missing. */
const GoOn = (p: { sections: readonly CheckSection[] }): Html => {
  const first = p.sections.find(section => section.rows.some(row => row.said === null))
  return first ? (
    <Inset>
      {words.notYetWhole}{' '}
      <Link href={first.href}>
        {words.goOnWith} ‘{first.title}’
        {first.called ? (
          <>
            : <Name>{first.called}</Name>
          </>
        ) : null}
      </Link>
    </Inset>
  ) : (
    <></>
  )
}

/** A prompt, and no more: what was written can be sent as it is. */
const LookAgain = (p: { words: CheckSection['rows'][number]['lookAt'] }): Html =>
  p.words.length === 0 ? (
    <></>
  ) : (
    <Inset>
      {words.lookAgain}
      <ul class="govuk-list govuk-list--bullet">
        {p.words.map(one => (
          <li>
            ‘{one.word}’: {one.instead}
          </li>
        ))}
      </ul>
    </Inset>
  )

/** Asked first: what was answered about them goes with them. */
export const RemovePage = (p: {
  form: FormState
  each: string
  one: string
  called: string
  index: number
  of: number
}): Html => (
  <FormPage
    form={p.form}
    submit={`Remove this ${p.one}`}
    warn
    head={
      <>
        <Heading caption="Record a concern">
          Remove <Name>{p.called}</Name> from this concern?
        </Heading>
        <Para>
          This is {p.one} {p.index + 1} of {p.of}. What you have answered about this {p.one} is removed too.
          All else stays.
        </Para>
        {p.each === CHILD ? (
          <Para>If you are worried about this child, go back and keep them on the concern.</Para>
        ) : null}
      </>
    }
  >
    {null}
  </FormPage>
)
