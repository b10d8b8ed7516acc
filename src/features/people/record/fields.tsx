import { DateField, Radios, SelectField } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { typedText, type FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { ABSENCES, absenceWords } from '#vocabulary/absence.ts'
import { sexWords } from '#vocabulary/sex.ts'

const OFFERED: readonly string[] = ['not-known', 'declined', 'not-asked', 'not-yet-obtained']

/** Why there is no answer. A reason that came with a concern is offered too where it is what stands. */
export const WhyNot = (p: { name: string; form: FormState }): Html => (
  <SelectField
    form={p.form}
    name={`${p.name}-absence`}
    label="If you cannot answer, say why"
    empty="I have answered"
    choices={ABSENCES.filter(
      absence => OFFERED.includes(absence) || absence === typedText(p.form, `${p.name}-absence`),
    ).map(absence => ({ value: absence, text: absenceWords[absence] }))}
  />
)

/** Who someone is: the same questions whether a record is made or corrected. */
export const PersonFields = (p: { form: FormState }): Html => (
  <>
    <TextField form={p.form} name="given" label="Given names" />
    <WhyNot form={p.form} name="given" />
    <TextField form={p.form} name="family" label="Family name" />
    <WhyNot form={p.form} name="family" />
    <TextField form={p.form} name="known-as" label="Known as (if different)" />
    <DateField
      form={p.form}
      name="born"
      label="Date of birth"
      hint="For example, 27 3 2011. If you know only the year, enter the year"
    />
    <WhyNot form={p.form} name="born" />
    <Radios
      form={p.form}
      name="sex"
      label="Sex"
      choices={Object.entries(sexWords).map(([value, text]) => ({ value, text }))}
    />
    <WhyNot form={p.form} name="sex" />
  </>
)
