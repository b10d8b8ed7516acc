import { QuestionFields, sayAnswer, type Question } from '#features/standard/public.ts'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import { typedText, type FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Name, Para, Subheading, Table, Words } from '#platform/ui/page-parts.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'
import { versionOf } from './family.ts'
import type { KeptAnswer } from './queries.ts'

/** Questions of the template as they are asked on a record. Who has been told of another's answers may save over them. */
export const AnswersPage = (p: {
  form: FormState
  name: string
  title: string
  lead?: string
  questions: readonly Question[]
  stand: readonly KeptAnswer[]
}): Html => {
  const toldOfOthers = p.form.errors['version'] !== undefined
  return (
    <FormPage
      form={p.form}
      submit="Save"
      head={
        <>
          <Heading caption={p.name}>{p.title}</Heading>
          {p.lead ? <Inset>{p.lead}</Inset> : null}
          {toldOfOthers && p.stand.length > 0 ? (
            <Inset>
              <Subheading>What it says now</Subheading>
              <Facts rows={rowsOf(p.questions, p.stand)} />
            </Inset>
          ) : null}
        </>
      }
    >
      <input
        type="hidden"
        name="version"
        value={toldOfOthers ? versionOf(p.stand) : typedText(p.form, 'version')}
      />
      <QuestionFields form={p.form} questions={p.questions} prefix="" areas={[]} />
    </FormPage>
  )
}

const rowsOf = (questions: readonly Question[], answers: readonly KeptAnswer[]) =>
  questions.flatMap(question => {
    const answer = answers.find(one => one.question === question.id)
    return answer
      ? [{ key: question.label.en, value: <Words>{sayAnswer(question, answer, new Map())}</Words> }]
      : []
  })

export const EndAroundPage = (p: { form: FormState; name: string; called: string }): Html => (
  <FormPage
    form={p.form}
    submit="Save"
    head={
      <>
        <Heading caption={p.name}>
          <Name>{p.called}</Name> is no longer around the child
        </Heading>
        <Para>What was said of them can still be read under ‘What was said of the family before’.</Para>
      </>
    }
  >
    <input type="hidden" name="version" value="" />
    <LongTextField form={p.form} name="why" label="Why?" most={500} rows={3} />
  </FormPage>
)

export interface Former {
  readonly about: string
  readonly label: string
  readonly said: string
  readonly by: string
  readonly from: Date
  readonly until: Date
}

export const FamilyBeforePage = (p: {
  name: string
  former: readonly Former[]
  gone: readonly { called: string; by: string; at: Date; why: string; lines: string }[]
}): Html => (
  <>
    <Heading caption={p.name}>What was said of the family before</Heading>
    {p.former.length === 0 && p.gone.length === 0 ? <Para>Nothing has been changed.</Para> : null}
    {p.former.length > 0 ? (
      <Table
        caption="Answers that were changed"
        columns={[
          { title: 'Of whom', cell: one => <Name>{one.about}</Name>, namesRow: true },
          { title: 'Question', cell: one => one.label },
          { title: 'It said', cell: one => <Words>{one.said}</Words> },
          { title: 'Source', cell: one => one.by },
          { title: 'Until', cell: one => sayMomentShort(one.until) },
        ]}
        rows={p.former}
      />
    ) : null}
    {p.gone.map(one => (
      <>
        <Subheading>
          <Name>{one.called}</Name>
        </Subheading>
        <Facts
          rows={[
            { key: 'It said', value: <Words>{one.lines}</Words> },
            { key: 'No longer around the child', value: `${one.by}, ${sayMomentShort(one.at)}` },
            { key: 'Why', value: <Words>{one.why}</Words> },
          ]}
        />
      </>
    ))}
  </>
)
