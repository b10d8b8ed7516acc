import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Name } from '#platform/ui/page-parts.tsx'
import { kindWords } from './schemas.ts'

const WHEN = [
  { value: '0', text: 'Just now' },
  { value: '60', text: 'In the last hour or two' },
  { value: '360', text: 'Earlier today' },
  { value: '1440', text: 'Yesterday' },
  { value: '4320', text: 'In the last few days' },
]

/** Three answers and one button: it has to take less than a minute, on a phone, at a door. */
export const NotePage = (p: { form: FormState; name: string }): Html => (
  <FormPage
    form={p.form}
    submit="Save"
    head={
      <Heading caption="Record a visit, call or message">
        <Name>{p.name}</Name>
      </Heading>
    }
  >
    <Radios
      form={p.form}
      name="kind"
      label="What was it?"
      choices={Object.entries(kindWords).map(([value, text]) => ({ value, text }))}
      inline
    />
    <LongTextField
      form={p.form}
      name="words"
      label="What happened?"
      hint="Say which is fact and which is your view. The child may read this one day."
      most={20_000}
      rows={5}
    />
    <Radios form={p.form} name="minutes-ago" label="When?" choices={WHEN} />
  </FormPage>
)
