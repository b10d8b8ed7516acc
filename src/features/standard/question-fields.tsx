import { Checkboxes, DateField, Radios, SelectField } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField, TextField } from '#platform/ui/fields/text-fields.tsx'
import { typedText, type FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { absenceWords } from '#vocabulary/absence.ts'
import { LONGEST_TEXT } from './read-value.ts'
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
  /** Questions that are asked only after one of this question's answers, shown beneath it. */
  readonly followers: readonly Question[]
}

/** A question of the template as fields on a page, with the permitted reasons for not answering beneath. */
export const QuestionField = (p: Asking): Html => (
  <div class="govuk-!-margin-bottom-7">
    {fieldFor(p)}
    {p.question.absences.length > 0 ? (
      <SelectField
        form={p.form}
        name={`${p.prefix}${p.question.id}-absence`}
        label="If you cannot answer, say why"
        empty="I have answered"
        choices={p.question.absences.map(absence => ({ value: absence, text: absenceWords[absence] }))}
      />
    ) : null}
  </div>
)

function fieldFor(p: Asking): Html {
  const { question, form } = p
  const name = p.prefix + question.id
  const shared = { form, name, label: question.label.en, hint: question.hint?.en }
  switch (question.type) {
    case 'text':
      return TextField(shared)
    case 'long-text':
      return LongTextField({ ...shared, most: LONGEST_TEXT, rows: 8 })
    case 'yes-no':
      return Radios({
        ...shared,
        choices: [
          { value: 'yes', text: 'Yes', ...beneath(p, 'yes') },
          { value: 'no', text: 'No', ...beneath(p, 'no') },
        ],
      })
    case 'choice':
      return Radios({ ...shared, choices: choicesOf(question) })
    case 'choices':
      return Checkboxes({ ...shared, choices: choicesOf(question) })
    case 'area':
      return Radios({ ...shared, choices: p.areas.map(area => ({ value: area.id, text: area.name })) })
    case 'birth':
      return DateField(shared)
    case 'person-name':
      return <PersonNameField {...shared} />
    case 'spoken-to':
      return <SpokenToField {...shared} />
  }
}

const choicesOf = (question: Question) =>
  (question.options ?? []).map(option => ({
    value: option.code,
    text: option.label.en,
    hint: option.hint?.en,
  }))

/** Without JavaScript the question beneath is always in view; an answer that was not asked for is left out. */
function beneath(p: Asking, answer: string): { conditional?: Html } {
  const follower = p.followers.find(one => one.askedWhen?.is === answer)
  return follower ? { conditional: QuestionField({ ...p, question: follower, followers: [] }) } : {}
}

interface Named {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

const PersonNameField = (p: Named): Html => (
  <fieldset class="govuk-fieldset">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{p.label}</legend>
    {p.hint ? <div class="govuk-hint">{p.hint}</div> : null}
    {p.form.errors[p.name] ? (
      <p class="govuk-error-message" id={p.name}>
        <span class="govuk-visually-hidden">Error:</span> {p.form.errors[p.name]}
      </p>
    ) : null}
    <TextField form={p.form} name={`${p.name}-given`} label="Given names" />
    <TextField form={p.form} name={`${p.name}-family`} label="Family name" />
  </fieldset>
)

const SpokenToField = (p: Named): Html => (
  <>
    <TextField form={p.form} name={p.name} label={p.label} hint={p.hint} />
    <div class="govuk-checkboxes" data-module="govuk-checkboxes">
      <div class="govuk-checkboxes__item">
        <input
          type="checkbox"
          class="govuk-checkboxes__input"
          id={`${p.name}-nobody`}
          name={`${p.name}-nobody`}
          value="yes"
          checked={typedText(p.form, `${p.name}-nobody`) === 'yes'}
          aria-describedby={`${p.name}-nobody-hint`}
        />
        <label class="govuk-label govuk-checkboxes__label" for={`${p.name}-nobody`}>
          I cannot reach anyone
        </label>
        <div class="govuk-hint govuk-checkboxes__hint" id={`${p.name}-nobody-hint`}>
          The duty team gets a notice when you send this, and those who have email get a letter. Keep trying
          to ring.
        </div>
      </div>
    </div>
  </>
)
