import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Link, Name, Narrow, Para, Table, Tag } from '#platform/ui/page-parts.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'
import type { OpenItem } from '../shift/queries.ts'
import { words } from '../words.ts'

export interface InHand {
  /** Null for what nobody has taken. */
  readonly userId: string | null
  readonly name: string
  readonly left: boolean
  readonly count: number
  readonly late: number
  readonly oldest: Date
}

export const CaseloadPage = (p: { rows: readonly InHand[] }): Html => (
  <>
    <Heading>Who has what in hand</Heading>
    <Para>{words.caseload}</Para>
    {p.rows.length === 0 ? (
      <Para>Nothing is open.</Para>
    ) : (
      <Table
        caption="By name"
        captionHidden
        columns={[
          {
            title: 'With',
            cell: row => (
              <>
                {row.userId === null ? (
                  <Link href="/concerns/queue">{row.name}</Link>
                ) : (
                  <Link href={`/concerns/caseload/${row.userId}`}>{row.name}</Link>
                )}{' '}
                {row.left ? <Tag text="Account ended" colour="red" /> : null}
              </>
            ),
          },
          { title: 'Open', cell: row => String(row.count) },
          { title: 'Late', cell: row => String(row.late) },
          { title: 'Oldest sent', cell: row => sayMomentShort(row.oldest) },
        ]}
        rows={p.rows}
      />
    )}
  </>
)

export const PersonsCaseloadPage = (p: {
  form: FormState
  name: string
  now: Date
  items: readonly OpenItem[]
  colleagues: readonly { id: string; name: string; isViewer: boolean }[]
}): Html => {
  const list = (
    <Table
      caption={`What ${p.name} has in hand`}
      columns={[
        {
          title: 'Child',
          cell: item => (
            <>
              <Link href={`/concerns/${item.concernId}`}>
                <Name>{item.called}</Name>
              </Link>
              <br />
              {item.reference}
            </>
          ),
        },
        {
          title: 'Due',
          cell: item => (
            <>
              {sayMomentShort(item.dueAt)} {item.urgent ? <Tag text="Danger now" colour="red" /> : null}{' '}
              {item.dueAt <= p.now ? <Tag text="Late" colour="orange" /> : null}
            </>
          ),
        },
        { title: 'Sent', cell: item => sayMomentShort(item.sentAt) },
      ]}
      rows={p.items}
    />
  )
  if (p.items.length === 0 || p.colleagues.length === 0)
    return (
      <Narrow>
        <Heading>{p.name}</Heading>
        {p.items.length === 0 ? <Para>{words.hasNothing}</Para> : list}
      </Narrow>
    )
  return (
    <FormPage
      form={p.form}
      submit="Hand all of it over"
      head={
        <>
          <Heading>{p.name}</Heading>
          {list}
          <Para>{words.handingAll}</Para>
        </>
      }
    >
      <Radios
        form={p.form}
        name="to"
        label="Who has all of it from now on?"
        choices={p.colleagues.map(one => ({
          value: one.id,
          text: one.isViewer ? `${one.name} (you)` : one.name,
        }))}
      />
      <LongTextField form={p.form} name="why" label="Why" most={2_000} rows={3} />
    </FormPage>
  )
}
