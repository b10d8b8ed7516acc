import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading } from '#platform/ui/page-parts.tsx'
import { InUseFields } from '../in-use/pages.tsx'
import { words } from '../words.ts'

export const NewNamePage = (p: { form: FormState; name: string }): Html => (
  <FormPage form={p.form} submit="Add the name" head={<Heading caption={p.name}>Add another name</Heading>}>
    <Radios
      form={p.form}
      name="kind"
      label="What kind of name is it?"
      choices={Object.entries(words.otherNameKinds).map(([value, text]) => ({ value, text }))}
    />
    <TextField form={p.form} name="given" label="Given names or nickname" />
    <TextField form={p.form} name="family" label="Family name" hint="Leave blank if it is the same" />
    <InUseFields form={p.form} />
  </FormPage>
)
