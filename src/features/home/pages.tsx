import type { WorkItem } from '#core/manifest/feature.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { BeginButton, Heading, Link, Para, Table, Tag } from '#platform/ui/page-parts.tsx'
import { Pager, type Paged } from '#platform/ui/paging.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'

export interface HomeRow extends WorkItem {
  readonly subject: string
  readonly with: string
  readonly dueAt: Date
  readonly late: boolean
  readonly urgent: boolean
}

export const HomePage = (p: {
  roles: readonly string[]
  work: Paged<HomeRow>
  notices: readonly { said: Html; saidAt: Date }[]
  begins: readonly { text: string; href: string }[]
}): Html => (
  <>
    <Heading caption={p.roles.join(', ')}>What is waiting for you</Heading>
    {p.work.rows.length === 0 ? <Begin of={p.begins} /> : null}
    {p.notices.length > 0 ? (
      <Table
        caption="Notices"
        columns={[
          { title: 'What', cell: notice => notice.said },
          { title: 'When', cell: notice => sayMomentShort(notice.saidAt) },
        ]}
        rows={p.notices}
      />
    ) : null}
    {p.work.rows.length > 0 ? (
      <Table
        caption="Open work: danger first, then late, then yours, then your team’s"
        columns={[
          { title: 'What', cell: row => <Link href={row.href}>{row.title}</Link> },
          { title: 'Next', cell: row => row.action },
          { title: 'With', cell: row => row.with },
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
        rows={p.work.rows}
      />
    ) : p.work.page === 1 ? (
      <Para>Nothing with a date is waiting for you.</Para>
    ) : null}
    <Pager href="/" what="Open work" paged={p.work} />
    {/* Where work waits it comes first. */}
    {p.work.rows.length > 0 ? <Begin of={p.begins} /> : null}
  </>
)

const Begin = (p: { of: readonly { text: string; href: string }[] }): Html => (
  <>
    {p.of.map(one => (
      <BeginButton {...one} />
    ))}
  </>
)
