import { Checkboxes, DateField, Radios, SelectField } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField, TextArea, TextField } from '#platform/ui/fields/text-fields.tsx'
import { typedText, type FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { absenceWords } from '#vocabulary/absence.ts'
import { ABSENT, CHOSEN } from './read-answers.ts'
import { LONGEST_TEXT } from './json/limits.ts'
import { GridField, PersonNameField, SpokenToField } from './whole-fields.tsx'
import type { Question } from './template.ts'

export interface AreaChoice {
  readonly id: string
  readonly name: string
}

interface Asking {
  readonly question: Question
  readonly form: FormState
  readonly prefix: string
  readonly areas: readonly AreaChoice[]
  readonly among: readonly Question[]
}

/**
 * The questions of one page. What is asked only after an answer stands in view and says after which: what unfolds beneath a
 * button is not told to everyone (browsers’ readers do not say that a radio button opens something), and not without JavaScript.
 */
export const QuestionFields = (p: {
  questions: readonly Question[]
  form: FormState
  prefix: string
  areas: readonly AreaChoice[]
}): Html => (
  <>
    {p.questions.map(question => (
      <QuestionField {...p} question={question} among={p.questions} />
    ))}
  </>
)

/** A question of the template as fields on a page, with the permitted reasons for not answering beneath. */
const QuestionField = (p: Asking): Html => (
  <div class="govuk-!-margin-bottom-7">
    {fieldFor(p)}
    {p.question.absences.length > 0 && !CHOSEN.has(p.question.type) ? (
      <SelectField
        form={p.form}
        name={`${p.prefix}${p.question.id}-absence`}
        label="If you cannot answer, say why"
        about={p.question.label.en}
        empty="I have answered"
        choices={p.question.absences.map(absence => ({ value: absence, text: absenceWords[absence] }))}
      />
    ) : null}
  </div>
)

function fieldFor(p: Asking): Html {
  const { question, form } = p
  const name = p.prefix + question.id
  const shared = {
    form: CHOSEN.has(question.type) ? withReason(form, name) : form,
    name,
    label: question.label.en,
    hint: hintOf(p),
  }
  switch (question.type) {
    case 'text':
      return TextField(shared)
    case 'long-text':
      return LongTextField({ ...shared, most: LONGEST_TEXT, rows: 8 })
    case 'lines':
      return TextArea({ ...shared, rows: 3 })
    case 'yes-no':
      return Radios({ ...shared, choices: [...YES_NO, ...reasons(p)] })
    case 'choice':
      return question.shown === 'select'
        ? SelectField({ ...shared, empty: 'Choose one', choices: choicesOf(p) })
        : Radios({ ...shared, choices: choicesOf(p) })
    case 'choices':
      return Checkboxes({ ...shared, choices: choicesOf(p) })
    case 'area':
      return Radios({ ...shared, choices: p.areas.map(area => ({ value: area.id, text: area.name })) })
    case 'birth':
    case 'day':
      return DateField(shared)
    case 'person-name':
      return <PersonNameField {...shared} />
    case 'spoken-to':
      return <SpokenToField {...shared} />
    case 'grid':
      return <GridField {...shared} question={question} />
  }
}

const choicesOf = (p: Asking) => [
  ...p.question.options.map(option => ({
    value: option.code,
    text: option.label.en,
    hint: option.hint?.en,
    alone: p.question.alone?.includes(option.code) ?? false,
  })),
  ...reasons(p),
]

const reasons = (p: Asking) =>
  p.question.absences.map(absence => ({ value: ABSENT + absence, text: absenceWords[absence], alone: true }))

/** A reason that lies beside its question in a draft, as API and imports give it, shown as the choice that it is. */
function withReason(form: FormState, name: string): FormState {
  const reason = typedText(form, `${name}-absence`)
  return reason === '' || typedText(form, name) !== ''
    ? form
    : { ...form, values: { ...form.values, [name]: ABSENT + reason } }
}

/** What its own hint says, after the answers that lead to it. */
function hintOf(p: Asking): string | undefined {
  const { askedWhen, hint } = p.question
  const first = p.among.find(one => one.id === askedWhen?.question)
  if (!askedWhen || !first) return hint?.en
  const answers = askedWhen.is.map(code => `‘${labelOf(first, code)}’`).join(' or ')
  return [`Only if you answered ${answers}.`, hint?.en].filter(Boolean).join(' ')
}

const labelOf = (question: Question, code: string): string =>
  (question.type === 'yes-no'
    ? YES_NO
    : question.options.map(option => ({ value: option.code, text: option.label.en }))
  ).find(choice => choice.value === code)?.text ?? code

const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]
