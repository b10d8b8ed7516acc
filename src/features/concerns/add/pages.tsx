import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField, TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Inset, Link, Name, Para } from '#platform/ui/page-parts.tsx'
import { sayMoment, sayMomentShort } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'

export const AddPage = (p: {
  form: FormState
  called: string
  reference: string
  offered: readonly { id: string; called: string; reference: string; sentAt: Date }[]
}): Html => (
  <FormPage
    form={p.form}
    submit="Add it"
    head={
      <>
        <Heading caption={p.reference}>
          Add what is said of <Name>{p.called}</Name> to an open concern
        </Heading>
        <Para>{words.adding}</Para>
        {p.offered.length === 0 ? <Inset>{words.noneOffered}</Inset> : null}
      </>
    }
  >
    {p.offered.length > 0 ? (
      <Radios
        form={p.form}
        name="to"
        label="Which open concern is about the same child?"
        choices={p.offered.map(one => ({
          value: one.id,
          text: one.reference,
          html: (
            <>
              {one.reference}: <Name>{one.called}</Name>
            </>
          ),
          hint: `Sent ${sayMomentShort(one.sentAt)}`,
        }))}
      />
    ) : (
      <></>
    )}
    <TextField
      form={p.form}
      name="reference"
      label={p.offered.length > 0 ? 'Or the reference of another' : 'The reference of the open concern'}
      hint="For example, CON-7K3M-2QX9"
      width="short"
    />
    <LongTextField form={p.form} name="why" label="Why it is the same" most={2_000} rows={3} />
  </FormPage>
)

export interface AddedView {
  readonly concernId: string
  readonly reference: string
  readonly byName: string
  readonly at: Date
}

/** On a child's part: to what it was added, or what was added to it. */
export const AddedPart = (p: {
  addedTo: (AddedView & { readonly opens: boolean }) | null
  added: readonly (AddedView & { readonly danger: boolean })[]
}): Html => (
  <>
    {p.addedTo ? (
      <Inset>
        Added to{' '}
        {p.addedTo.opens ? (
          <Link href={`/concerns/${p.addedTo.concernId}`}>{p.addedTo.reference}</Link>
        ) : (
          p.addedTo.reference
        )}{' '}
        by {p.addedTo.byName}, {sayMoment(p.addedTo.at)}. {words.decidedThere}
      </Inset>
    ) : null}
    {p.added.map(one => (
      <Inset>
        <Link href={`/concerns/${one.concernId}`}>{one.reference}</Link> was added to this by {one.byName},{' '}
        {sayMoment(one.at)}. {one.danger ? words.addedDanger : null} {words.readBoth}
      </Inset>
    ))}
  </>
)
