import type { ConcernId } from '#core/access/generated/tables.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Link, Name, Para, Table, Tag } from '#platform/ui/page-parts.tsx'
import { Pager, type Paged } from '#platform/ui/paging.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'

export interface QueueRow {
  readonly id: ConcernId
  readonly reference: string
  readonly children: readonly string[]
  readonly dangerNow: boolean
  readonly sentAt: Date
  readonly dueAt: Date
  readonly late: boolean
  readonly raisedByAgency: string
  readonly areaName: string
  readonly takenByName: string | null
}

export const QueuePage = (p: { open: Paged<QueueRow> }): Html => (
  <>
    <Heading>Concerns to decide</Heading>
    <Para>
      <Link href="/concerns/crimes">Crimes that may not be recorded</Link>
    </Para>
    {p.open.rows.length > 0 ? (
      <Table
        caption="Danger now first, then late, then by when each is due"
        columns={[
          {
            title: 'Child',
            cell: row => (
              <>
                <Link href={`/concerns/${row.id}`}>
                  {row.children.map((called, index) => (
                    <>
                      {index > 0 ? ', ' : ''}
                      <Name>{called}</Name>
                    </>
                  ))}
                </Link>
                <br />
                {row.reference}
              </>
            ),
          },
          { title: 'State', cell: StateOf },
          { title: 'Due', cell: row => sayMomentShort(row.dueAt) },
          { title: 'Raised', cell: row => `${sayMomentShort(row.sentAt)}, ${row.raisedByAgency}` },
          { title: 'Area', cell: row => row.areaName },
          { title: 'With', cell: row => row.takenByName ?? 'Nobody yet' },
        ]}
        rows={p.open.rows}
      />
    ) : p.open.page === 1 ? (
      <Para>Nothing is waiting for your agency.</Para>
    ) : null}
    <Pager href="/concerns/queue" what="Concerns to decide" paged={p.open} />
  </>
)

const StateOf = (row: QueueRow): Html => (
  <>
    {row.dangerNow ? <Tag text="Danger now" colour="red" /> : null}{' '}
    {row.late ? <Tag text="Late" colour="orange" /> : null}{' '}
    {row.takenByName ? <Tag text="Taken" colour="blue" /> : <Tag text="New" colour="grey" />}
  </>
)
