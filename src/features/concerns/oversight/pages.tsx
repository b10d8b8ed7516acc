import type { ConcernId } from '#core/access/generated/tables.ts'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Link, Para, Subheading, Words } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'

export interface OversightView {
  readonly says: string
  readonly nextStep: string | null
  readonly saidByName: string
  readonly saidAt: Date
}

/** On the concern's page, for those who decide on it. */
export const OversightPart = (p: {
  concernId: ConcernId
  notes: readonly OversightView[]
  mayWrite: boolean
}): Html =>
  p.notes.length === 0 && !p.mayWrite ? (
    <></>
  ) : (
    <>
      <Subheading>Management oversight</Subheading>
      {p.notes.map(note => (
        <Facts
          rows={[
            { key: sayMoment(note.saidAt), value: <Words>{note.says}</Words> },
            ...(note.nextStep ? [{ key: 'Next step', value: <Words>{note.nextStep}</Words> }] : []),
            { key: 'By', value: note.saidByName },
          ]}
        />
      ))}
      {p.mayWrite ? (
        <Para>
          <Link href={`/concerns/${p.concernId}/oversight`}>Write a note of oversight</Link>
        </Para>
      ) : null}
    </>
  )

export const OversightPage = (p: { form: FormState; reference: string }): Html => (
  <FormPage
    form={p.form}
    submit="Save"
    head={
      <>
        <Heading caption={p.reference}>Write a note of oversight</Heading>
        <Inset>{words.oversightIsRead}</Inset>
      </>
    }
  >
    <LongTextField form={p.form} name="says" label="What do you say of how this is handled?" most={5_000} />
    <LongTextField
      form={p.form}
      name="nextStep"
      label="What is the next step, and by when?"
      hint="Leave this empty if there is none"
      most={1_000}
      rows={3}
    />
  </FormPage>
)
