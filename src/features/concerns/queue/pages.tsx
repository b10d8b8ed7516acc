import type { ConcernId } from '#core/access/generated/tables.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Link, Name, Para, Table, Tag } from '#platform/ui/page-parts.tsx'
import { Pager, type Paged } from '#platform/ui/paging.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'

export type Whose = 'agency' | 'team'

export interface QueueRow {
  readonly id: ConcernId
  readonly reference: string
  readonly children: readonly string[]
  /** Danger now: said on it, or on one that was added to it. */
  readonly urgent: boolean
  readonly sentAt: Date
  readonly dueAt: Date
  readonly late: boolean
  readonly raisedByAgency: string
  readonly areaName: string
  readonly takenByName: string | null
  readonly teamName: string | null
  /** It is one child’s part, with someone of its own. */
  readonly part: string | null
}

export const QueuePage = (p: { open: Paged<QueueRow>; whose: Whose; inTeams: boolean }): Html => (
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
          {
            title: 'With',
            cell: row => (
              <>
                {row.takenByName ?? 'Nobody yet'}
                {row.teamName === null ? null : (
                  <>
                    <br />
                    {row.teamName}
                  </>
                )}
              </>
            ),
          },
        ]}
        rows={p.open.rows}
      />
    ) : p.open.page === 1 ? (
      <Para>
        {p.whose === 'team' ? 'Nothing is with your own teams.' : 'Nothing is waiting for your agency.'}
      </Para>
    ) : null}
    <Pager
      href={p.whose === 'team' ? '/concerns/queue?whose=team' : '/concerns/queue'}
      what="Concerns to decide"
      paged={p.open}
    />
    <Para>
      <Link href="/concerns/passed-on">Concerns passed on</Link>
      <br />
      <Link href="/concerns/handed-to-us">Handed over to your team</Link>
      <br />
      <Link href="/concerns/shift-night">Hand over for the night</Link>
      <br />
      <Link href="/concerns/shift-morning">Hand back to the day team</Link>
      {p.inTeams ? (
        <>
          <br />
          {p.whose === 'team' ? (
            <Link href="/concerns/queue">Everything that waits for your agency</Link>
          ) : (
            <Link href="/concerns/queue?whose=team">Only what is with your own teams</Link>
          )}
        </>
      ) : null}
    </Para>
  </>
)

const StateOf = (row: QueueRow): Html => (
  <>
    {row.part === null ? null : <Tag text="One child’s part" colour="yellow" />}{' '}
    {row.urgent ? <Tag text="Danger now" colour="red" /> : null}{' '}
    {row.late ? <Tag text="Late" colour="orange" /> : null}{' '}
    {row.takenByName ? <Tag text="Taken" colour="blue" /> : <Tag text="New" colour="grey" />}
  </>
)
