import { LongTextField, TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Link, Name, Para, Words } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { WhyNot } from '../record/fields.tsx'
import { words } from '../words.ts'
import type { safeContactOf } from './queries.ts'

export type SafeContact = NonNullable<Awaited<ReturnType<typeof safeContactOf>>>

/** At the head of the page, because it is read before anyone rings, writes or calls. */
export const SafeContactPart = (p: { contact: SafeContact | undefined; href: string | null }): Html => (
  <div class="govuk-inset-text">
    <h2 class="govuk-heading-s">Safe contact</h2>
    {p.contact ? (
      <Facts
        rows={[
          { key: 'Safe way', value: <Words>{words.orWhy(p.contact.way, p.contact.wayAbsence)}</Words> },
          ...(p.contact.wordsToUse ? [{ key: 'Words to use', value: p.contact.wordsToUse }] : []),
          ...(p.contact.doNot ? [{ key: 'Do not', value: <strong>{p.contact.doNot}</strong> }] : []),
          ...(p.contact.notToBeTold
            ? [{ key: 'Not to be told', value: <strong>{p.contact.notToBeTold}</strong> }]
            : []),
          ...(p.contact.interpreter ? [{ key: 'Interpreter', value: p.contact.interpreter }] : []),
          { key: 'Asked by', value: `${p.contact.askedByName}, ${sayMoment(p.contact.askedAt)}` },
        ]}
      />
    ) : (
      <Para>
        <strong>{words.safeContactNotKnown}</strong>
      </Para>
    )}
    {p.href ? (
      <Para>
        <Link href={p.href}>
          {p.contact ? 'Change how to contact them safely' : 'Record how to contact them safely'}
        </Link>
      </Para>
    ) : null}
  </div>
)

export const SafeContactPage = (p: { form: FormState; name: string }): Html => (
  <FormPage
    form={p.form}
    submit="Save"
    head={
      <Heading>
        How can <Name>{p.name}</Name> be contacted safely?
      </Heading>
    }
  >
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
