import { DateField, SelectField } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import { typedText, type FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Inset, Para } from '#platform/ui/page-parts.tsx'
import { absenceWords } from '#vocabulary/absence.ts'
import { MOST_CHARACTERS, PARTS, WHY_NOT } from './questions.ts'
import { words } from './words.ts'

export const PlanPage = (p: { form: FormState; name: string; newest: string }): Html => {
  // Only one who has been told of the other's plan may save over it.
  const toldOfAnother = p.form.errors['version'] !== undefined
  return (
    <FormPage
      form={p.form}
      submit="Save the plan"
      head={
        <>
          <Heading caption={p.name}>Safety plan</Heading>
          <Inset>{words.forWhom}</Inset>
          <Para>{words.fitsOnePage}</Para>
        </>
      }
    >
      <input type="hidden" name="version" value={toldOfAnother ? p.newest : typedText(p.form, 'version')} />
      <LongTextField
        form={p.form}
        name="ringTonight"
        label="Who to ring tonight"
        hint="Names and numbers, in the order to try them. In danger it is 999 first"
        most={MOST_CHARACTERS}
        rows={3}
      />
      {PARTS.map(part => (
        <>
          <LongTextField
            form={p.form}
            name={part.name}
            label={part.label}
            hint={part.hint}
            most={MOST_CHARACTERS}
            rows={3}
          />
          <SelectField
            form={p.form}
            name={`${part.name}-absence`}
            label="If you cannot answer, say why"
            about={part.label}
            empty="I have answered"
            choices={WHY_NOT.map(absence => ({ value: absence, text: absenceWords[absence] }))}
          />
        </>
      ))}
      <DateField
        form={p.form}
        name="review"
        label="When is it reviewed?"
        hint="Within the next three months. You are reminded on your home page"
      />
    </FormPage>
  )
}

export const EndPlanPage = (p: { form: FormState; name: string }): Html => (
  <FormPage
    form={p.form}
    submit="End the plan"
    head={
      <>
        <Heading caption={p.name}>End the safety plan</Heading>
        <Para>It can still be read. Ask whoever holds it on paper to give it back or destroy it.</Para>
      </>
    }
  >
    <LongTextField form={p.form} name="why" label="Why is it ended?" most={500} rows={3} />
  </FormPage>
)
