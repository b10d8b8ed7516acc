import { LongTextField, TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import { typedText, type FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Link, Name, Para, Subheading, Words } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { WhyNot } from '../record/fields.tsx'
import { words } from '../words.ts'
import type { ContactHead } from './head.ts'
import type { safeContactOf } from './queries.ts'

export type SafeContact = NonNullable<Awaited<ReturnType<typeof safeContactOf>>>

/** At the head of the page, because it is read before anyone rings, writes or calls. */
export const SafeContactPart = (p: { head: ContactHead; href: string | null }): Html => (
  <div class="govuk-inset-text">
    <h2 class="govuk-heading-s">Safe contact</h2>
    {p.head.contact?.way ? null : (
      <Para>
        <strong>{words.safeContactNotKnown}</strong> {words.whenItCannotWait}
      </Para>
    )}
    <Facts rows={[...(p.head.contact ? factsOf(p.head.contact) : []), ...aroundFacts(p.head)]} />
    {p.href ? (
      <Para>
        <Link href={p.href}>
          {p.head.contact ? 'Change how to contact them safely' : 'Record how to contact them safely'}
        </Link>
      </Para>
    ) : null}
  </div>
)

const factsOf = (contact: SafeContact) => [
  { key: 'Safe way', value: <Words>{words.orWhy(contact.way, contact.wayAbsence)}</Words> },
  ...(contact.wordsToUse ? [{ key: 'Words to use', value: contact.wordsToUse }] : []),
  ...(contact.doNot ? [{ key: 'Do not', value: <strong>{contact.doNot}</strong> }] : []),
  ...(contact.notToBeTold
    ? [{ key: 'Must not be told', value: <strong>{contact.notToBeTold}</strong> }]
    : []),
  ...(contact.interpreter ? [{ key: 'Interpreter', value: contact.interpreter }] : []),
  contact.fromConcern
    ? { key: 'Source', value: words.saidBy(true, contact.askedByName, sayMoment(contact.askedAt)) }
    : { key: 'Asked by', value: `${contact.askedByName}, ${sayMoment(contact.askedAt)}` },
]

const aroundFacts = (head: ContactHead) => [
  ...head.notToBeTold.map(who => ({
    key: 'Must not be told',
    value: (
      <strong>
        <Name>{who}</Name>
      </strong>
    ),
  })),
  ...(head.speaks ? [{ key: 'Language', value: head.speaks }] : []),
]

export const SafeContactPage = (p: {
  form: FormState
  name: string
  stands: SafeContact | undefined
}): Html => {
  // Only one who has been told of the other's answer, and shown it, may save over it.
  const toldOfAnother = p.form.errors['version'] !== undefined
  return (
    <FormPage
      form={p.form}
      submit="Save"
      head={
        <>
          <Heading>
            How can <Name>{p.name}</Name> be contacted safely?
          </Heading>
          {toldOfAnother && p.stands ? (
            <Inset>
              <Subheading>What it says now</Subheading>
              <Facts rows={factsOf(p.stands)} />
            </Inset>
          ) : null}
        </>
      }
    >
      <input
        type="hidden"
        name="version"
        value={toldOfAnother ? (p.stands?.version ?? '') : typedText(p.form, 'version')}
      />
      <LongTextField
        form={p.form}
        name="way"
        label="Safe way"
        hint="Which number or place, when, and who may answer"
        most={2000}
        rows={3}
      />
      <WhyNot form={p.form} name="way" />
      <TextField
        form={p.form}
        name="words-to-use"
        label="Words to use"
        hint="What to say if someone else answers"
      />
      <TextField
        form={p.form}
        name="do-not"
        label="Do not"
        hint="For example, do not leave a message, do not write"
      />
      <TextField form={p.form} name="not-to-be-told" label="Who must not be told" />
      <TextField form={p.form} name="interpreter" label="Interpreter or communication needs" />
    </FormPage>
  )
}
