import { Checkboxes, DateField, Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField, TextField } from '#platform/ui/fields/text-fields.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { MOST } from './schemas.ts'

interface Field {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string
}

export const Narrative = (p: Field & { rows?: number }): Html => (
  <LongTextField {...p} most={MOST} rows={p.rows ?? 3} />
)

/** Which day, and what time: by day and by night most are of today or yesterday. */
export const WhenFields = (p: Field & { time: string; about?: string }): Html => (
  <>
    <Radios
      form={p.form}
      name={`${p.name}-on`}
      label={p.label}
      choices={[
        { value: 'today', text: 'Today' },
        { value: 'yesterday', text: 'Yesterday' },
        { value: 'earlier', text: 'Earlier' },
      ]}
    />
    <DateField form={p.form} name={p.name} label="If it was earlier, on which day?" />
    <TextField
      form={p.form}
      name={`${p.name}-time`}
      label={p.time}
      hint="For example, 16:30 or 4.30pm"
      width="short"
    />
    {p.about ? (
      <Checkboxes
        form={p.form}
        name={`${p.name}-about`}
        label="How sure is the time?"
        choices={[{ value: 'yes', text: p.about }]}
      />
    ) : null}
  </>
)

/** Whether the police are told. The police themselves say under which reference they have it. */
export const PoliceFields = (p: { form: FormState; police: boolean }): Html =>
  p.police ? (
    <>
      <Radios
        form={p.form}
        name="police"
        label="Does it have a police reference?"
        choices={[
          { value: 'told', text: 'Yes' },
          { value: 'not-told', text: 'Not yet' },
        ]}
      />
      <TextField form={p.form} name="police-reference" label="Reference" hint="If it has one" />
      <TextField form={p.form} name="police-why-not" label="Why not?" hint="If it has none yet" />
    </>
  ) : (
    <>
      <Radios
        form={p.form}
        name="police"
        label="Have you rung the police?"
        choices={[
          { value: 'told', text: 'Yes' },
          { value: 'not-reached', text: 'I cannot reach anyone' },
          { value: 'not-told', text: 'No' },
        ]}
      />
      <TextField
        form={p.form}
        name="police-told"
        label="Whom did you speak to, and when?"
        hint="If you have. For example, control room, PC Ames, 21:40"
      />
      <TextField form={p.form} name="police-reference" label="Reference" hint="If they gave one" />
      <TextField form={p.form} name="police-why-not" label="Why not?" hint="If you have not rung them" />
    </>
  )
