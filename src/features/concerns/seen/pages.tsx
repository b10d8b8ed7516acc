import type { ConcernId } from '#core/access/generated/tables.ts'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Inset, Link, Para, Table } from '#platform/ui/page-parts.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'

export interface SeenRow {
  readonly id: ConcernId
  readonly reference: string
  readonly sentAt: Date
  readonly raisedByAgency: string
  /** Whether the viewer may open the concern itself. */
  readonly opens: boolean
}

export const SeenPage = (p: { form: FormState; found: readonly SeenRow[] | null; more: boolean }): Html => (
  <>
    <FormPage
      form={p.form}
      action="/concerns/seen"
      submit="Look"
      head={<Heading>Have we seen this before?</Heading>}
    >
      <TextField
        form={p.form}
        name="thing"
        label="A number plate, phone number, online name or nickname"
        hint="One of them, or the last three letters of a plate"
      />
    </FormPage>
    {p.found === null ? null : p.found.length === 0 ? (
      <Inset>{words.notSeen}</Inset>
    ) : (
      <>
        <Table
          caption="Concerns that name it"
          columns={[
            {
              title: 'Concern',
              cell: row =>
                row.opens ? <Link href={`/concerns/${row.id}`}>{row.reference}</Link> : row.reference,
            },
            { title: 'Sent', cell: row => sayMomentShort(row.sentAt) },
            { title: 'Raised by', cell: row => row.raisedByAgency },
          ]}
          rows={p.found}
        />
        {p.more ? <Para>There are more. Enter more of it, to see fewer.</Para> : null}
        <Inset>{words.seenIsNoProof}</Inset>
      </>
    )}
  </>
)
