import { SafeContactPart, type ContactHead } from '#features/people/public.ts'
import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Name } from '#platform/ui/page-parts.tsx'
import { contactWords, kindWords, whenWords } from './words.ts'

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/**
 * A few answers and one button: it has to take less than a minute, on a phone, at a door. How to reach the child safely stands
 * first, because whoever writes a note may be about to ring or write.
 */
export const NotePage = (p: {
  form: FormState
  name: string
  head: ContactHead
  safeContactHref: string | null
}): Html => (
  <FormPage
    form={p.form}
    submit="Save"
    head={
      <>
        <Heading caption="Record a visit, call or message">
          <Name>{p.name}</Name>
        </Heading>
        <SafeContactPart head={p.head} href={p.safeContactHref} />
      </>
    }
  >
    <Radios form={p.form} name="kind" label="What was it?" choices={choicesOf(kindWords)} inline />
    <Radios
      form={p.form}
      name="contact"
      label="Was it safe to make contact?"
      hint="Only of a call or a message. Read above how, and who must not be told."
      choices={choicesOf(contactWords).filter(one => one.value !== 'as-recorded' || p.head.contact?.way)}
    />
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
