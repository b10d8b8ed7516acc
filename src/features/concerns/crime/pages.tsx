import type { ConcernId } from '#core/access/generated/tables.ts'
import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Link, Para, Subheading, Table, Tag } from '#platform/ui/page-parts.tsx'
import { Pager, type Paged } from '#platform/ui/paging.tsx'
import { sayMoment, sayMomentShort } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'

export interface CrimeView {
  /** By when it has to be known, while it is not. */
  readonly dueAt: Date | null
  readonly said: readonly {
    readonly reference: string | null
    readonly whyNot: string | null
    readonly byWhom: string
    readonly saidByName: string
    readonly saidAt: Date
  }[]
}

/** On the concern's page: what is known, newest first, and the gap while there is one. */
export const CrimePart = (p: { concernId: ConcernId; crime: CrimeView; mayDecide: boolean }): Html => (
  <>
    <Subheading>Recorded crime</Subheading>
    {p.crime.dueAt ? (
      <Para>
        {words.crimeNotKnown} Find out by {sayMoment(p.crime.dueAt)}.
      </Para>
    ) : null}
    {p.crime.said.map(one => (
      <Facts
        rows={[
          one.reference
            ? { key: 'Crime reference', value: one.reference }
            : { key: 'Why it is not recorded', value: <span class="sl-words">{one.whyNot}</span> },
          { key: one.reference ? 'Recorded by' : 'Decided by', value: one.byWhom },
          { key: 'Entered by', value: `${one.saidByName}, ${sayMoment(one.saidAt)}` },
        ]}
      />
    ))}
    {p.mayDecide ? (
      <Para>
        <Link href={`/concerns/${p.concernId}/crime`}>Enter the crime reference, or why there is none</Link>
      </Para>
    ) : null}
  </>
)

export const CrimePage = (p: { form: FormState; reference: string }): Html => (
  <FormPage
    form={p.form}
    submit="Save"
    head={<Heading caption={p.reference}>Have the police recorded it as a crime?</Heading>}
  >
    <Radios
      form={p.form}
      name="recorded"
      label="Is it recorded?"
      choices={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
    <TextField form={p.form} name="reference" label="Crime reference" hint="If it is recorded" />
    <TextField form={p.form} name="whyNot" label="Why it is not recorded" hint="If it is not" />
    <TextField
      form={p.form}
      name="byWhom"
      label="Who recorded it, or decided that it is not recorded?"
      hint="Name and force or team"
    />
  </FormPage>
)

export interface GapRow {
  readonly id: ConcernId
  readonly reference: string
  readonly sentAt: Date
  readonly dueAt: Date
  readonly late: boolean
  readonly raisedByAgency: string
}

export const GapsPage = (p: { gaps: Paged<GapRow> }): Html => (
  <>
    <Heading>Crimes that may not be recorded</Heading>
    {p.gaps.rows.length > 0 ? (
      <Table
        caption="Concerns that allege a crime of which no reference is known, oldest first"
        columns={[
          { title: 'Concern', cell: row => <Link href={`/concerns/${row.id}/crime`}>{row.reference}</Link> },
          { title: 'Raised', cell: row => `${sayMomentShort(row.sentAt)}, ${row.raisedByAgency}` },
          {
            title: 'Find out by',
            cell: row => (
              <>
                {sayMomentShort(row.dueAt)} {row.late ? <Tag text="Late" colour="orange" /> : null}
              </>
            ),
          },
        ]}
        rows={p.gaps.rows}
      />
    ) : p.gaps.page === 1 ? (
      <Para>
        No concern with your agency alleges a crime of which it is not known whether it is recorded.
      </Para>
    ) : null}
    <Pager href="/concerns/crimes" what="Crimes that may not be recorded" paged={p.gaps} />
  </>
)
