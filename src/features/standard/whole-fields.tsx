import { Radios, SelectField } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { typedText, type FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { forTheRest } from './signs.ts'
import type { Question } from './template.ts'

interface Named {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

export const PersonNameField = (p: Named): Html => (
  <fieldset class="govuk-fieldset" aria-describedby={p.hint ? `${p.name}-hint` : undefined}>
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{p.label}</legend>
    {p.hint ? (
      <div class="govuk-hint" id={`${p.name}-hint`}>
        {p.hint}
      </div>
    ) : null}
    <TextField form={p.form} name={`${p.name}-given`} label="Given names" />
    <TextField form={p.form} name={`${p.name}-family`} label="Family name" />
  </fieldset>
)

export const SpokenToField = (p: Named): Html => (
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

/** Every line of a list with the same few answers, and one for those that are left: nobody ticks forty times ‘not seen’. */
export const GridField = (p: Named & { question: Question }): Html => (
  <fieldset class="govuk-fieldset" aria-describedby={p.hint ? `${p.name}-hint` : undefined}>
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{p.label}</legend>
    {p.hint ? (
      <div class="govuk-hint" id={`${p.name}-hint`}>
        {p.hint}
      </div>
    ) : null}
    {p.question.options.map(row => (
      <Radios
        form={p.form}
        name={`${p.name}-${row.code}`}
        label={row.label.en}
        hint={row.hint?.en}
        inline
        small
        choices={p.question.states.map(state => ({ value: state.code, text: state.label.en }))}
      />
    ))}
    <SelectField
      form={p.form}
      name={`${p.name}-rest`}
      label="Every line that I have not marked"
      about={p.label}
      empty="I have marked each line"
      choices={forTheRest(p.question).map(state => ({ value: state.code, text: state.label.en }))}
    />
  </fieldset>
)
