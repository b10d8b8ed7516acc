import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading } from '#platform/ui/page-parts.tsx'
import { InUseFields } from '../in-use/pages.tsx'
import { words } from '../words.ts'

export const NewIdentifierPage = (p: { form: FormState; name: string }): Html => (
  <FormPage
    form={p.form}
    submit="Add the number"
    head={<Heading caption={p.name}>Add a number or reference</Heading>}
  >
    <Radios
      form={p.form}
      name="kind"
      label="What kind of number is it?"
      choices={Object.entries(words.identifierKinds).map(([value, text]) => ({ value, text }))}
    />
    <TextField form={p.form} name="value" label="Number or reference" width="full" />
    <InUseFields form={p.form} />
  </FormPage>
)
