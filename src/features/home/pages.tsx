import type { WorkItem } from '#core/manifest/feature.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Link, Para, Table, Tag } from '#platform/ui/page-parts.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'

export interface HomeRow extends WorkItem {
  readonly dueAt: Date
  readonly late: boolean
  readonly urgent: boolean
}

const noticeWords: Readonly<Record<string, string>> = {
  'concern.reached-nobody': 'Someone sent a concern with danger now and could not reach anyone',
  'concern.nobody-yet': 'No one has picked up a concern that you sent with danger now. Ring the duty team',
  'clock.late': 'Something has become late',
}

export const HomePage = (p: {
  name: string
  roles: readonly string[]
  rows: readonly HomeRow[]
  notices: readonly { id: string; kind: string; saidAt: Date }[]
}): Html => (
  <>
    <Heading caption={p.roles.join(', ')}>What is waiting for you</Heading>
    {p.notices.length > 0 ? (
      <Table
        caption="Notices"
        columns={[
          { title: 'What', cell: notice => noticeWords[notice.kind] ?? 'Something waits for you' },
          { title: 'When', cell: notice => sayMomentShort(notice.saidAt) },
        ]}
        rows={p.notices}
      />
    ) : null}
    {p.rows.length > 0 ? (
      <Table
        caption="Open work: danger first, then late, then by when it is due"
        columns={[
          { title: 'What', cell: row => <Link href={row.href}>{row.title}</Link> },
          { title: 'Next', cell: row => row.action },
          {
            title: 'Due',
            cell: row => (
              <>
                {sayMomentShort(row.dueAt)} {row.urgent ? <Tag text="Danger now" colour="red" /> : null}{' '}
                {row.late ? <Tag text="Late" colour="orange" /> : null}
              </>
            ),
          },
        ]}
        rows={p.rows}
      />
    ) : (
      <Para>Nothing with a date is waiting for you.</Para>
    )}
  </>
)
