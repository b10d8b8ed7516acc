import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import { typedText, type FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Name, Para, Subheading } from '#platform/ui/page-parts.tsx'
import { factsOf } from '../facts.tsx'
import { nameOf, type Person } from '../person.ts'
import { PersonFields } from '../record/fields.tsx'

export const CorrectPage = (p: { form: FormState; person: Person }): Html => {
  // Only one who has been told of the other's correction, and shown it, may save over it.
  const toldOfAnother = p.form.errors['version'] !== undefined
  return (
    <FormPage
      form={p.form}
      submit="Save the correction"
      head={
        <>
          <Heading caption={p.person.reference}>
            Correct the record of <Name>{nameOf(p.person)}</Name>
          </Heading>
          {toldOfAnother ? <SaysNow person={p.person} /> : null}
          <Para>What was recorded before stays on the record, with your reason and your name.</Para>
        </>
      }
    >
      <input
        type="hidden"
        name="version"
        value={toldOfAnother ? p.person.version : typedText(p.form, 'version')}
      />
      <PersonFields form={p.form} />
      <LongTextField
        form={p.form}
        name="reason"
        label="Why are you correcting it?"
        hint="Say what was wrong and how you know."
        most={2000}
        rows={3}
      />
    </FormPage>
  )
}

const SaysNow = (p: { person: Person }): Html => (
  <Inset>
    <Subheading>What the record says now</Subheading>
    <Facts rows={factsOf(p.person)} />
    {p.person.correctionReason ? <Para>Reason given: {p.person.correctionReason}</Para> : null}
  </Inset>
)
