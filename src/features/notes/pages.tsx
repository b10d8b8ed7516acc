import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Name } from '#platform/ui/page-parts.tsx'
import { kindWords, whenWords } from './words.ts'

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

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
    <Radios form={p.form} name="kind" label="What was it?" choices={choicesOf(kindWords)} inline />
    <LongTextField
      form={p.form}
      name="words"
      label="What happened?"
      hint="Say which is fact and which is your view. The child may read this one day."
      most={20_000}
      rows={5}
    />
    <Radios form={p.form} name="when" label="When?" choices={choicesOf(whenWords)} />
  </FormPage>
)
