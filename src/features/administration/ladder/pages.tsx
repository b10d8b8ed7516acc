import { Radios, SelectField } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Para, Warning } from '#platform/ui/page-parts.tsx'
import { MOST_STEPS } from './schemas.ts'

export const LadderPage = (p: { form: FormState; partnership: string; own: boolean }): Html => (
  <FormPage
    form={p.form}
    submit="Save"
    head={
      <>
        <Heading caption={p.partnership}>How a disagreement goes up</Heading>
        <Para>
          Whoever raised a concern can say that they disagree. Each step has so many working days to answer;
          then it goes up to the next by itself. Work for the child goes on meanwhile.
        </Para>
        {p.own ? null : (
          <Warning text="These steps are the usual ones, to be confirmed. Enter those of your own procedures." />
        )}
        <Para>A step without a name is left out. With none, the usual steps hold again.</Para>
      </>
    }
  >
    {Array.from({ length: MOST_STEPS }, (_, n) => n + 1).map(step => (
      <fieldset class="govuk-fieldset govuk-!-margin-bottom-4">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Step {String(step)}</legend>
        <TextField form={p.form} name={`who-${step}`} label={`Who has step ${step}`} />
        <SelectField
          form={p.form}
          name={`answers-${step}`}
          label={`Who enters the answer of step ${step}`}
          choices={[
            { value: 'decide-concern', text: 'Whoever decides on concerns' },
            { value: 'supervise', text: 'A supervisor, also for someone who has no account' },
          ]}
        />
        <TextField
          form={p.form}
          name={`days-${step}`}
          label={`Working days for step ${step}`}
          width="short"
          inputmode="numeric"
        />
      </fieldset>
    ))}
    <TextField
      form={p.form}
      name="source"
      label="Where this is written down"
      hint="For example, the partnership’s procedure for resolving professional disagreements, and its date"
    />
    <Radios
      form={p.form}
      name="status"
      label="Has the partnership confirmed these steps?"
      choices={[
        { value: 'confirmed', text: 'Confirmed' },
        { value: 'to be confirmed', text: 'To be confirmed' },
      ]}
    />
  </FormPage>
)
