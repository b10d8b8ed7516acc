import type { ConcernId } from '#core/access/generated/tables.ts'
import { DAYS_KEPT } from '#platform/http/drafts.sql.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Link, Para, Table, Tag } from '#platform/ui/page-parts.tsx'
import { Pager, type Paged } from '#platform/ui/paging.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'
import { stepWords } from './pages.tsx'
import type { Step } from './steps.ts'

export interface Raised {
  readonly id: ConcernId
  readonly reference: string
  readonly sentAt: Date
  readonly step: Step | null
}

export const RaisedPage = (p: {
  raised: Paged<Raised>
  drafts: readonly { draftId: string; savedAt: Date }[]
}): Html => (
  <>
    <Heading>Concerns you raised</Heading>
    {p.drafts.length > 0 ? (
      <Para>
        A concern that you have not sent is kept for {DAYS_KEPT} days from when you last saved it. Then it is
        removed.
      </Para>
    ) : null}
    {p.drafts.length > 0 ? (
      <Table
        caption="Not sent yet"
        columns={[
          { title: 'Last saved', cell: draft => sayMomentShort(draft.savedAt) },
          {
            title: 'Next',
            cell: draft => (
              <Link href={`/concerns/draft/${draft.draftId}/check`}>
                Carry on with the concern saved {sayMomentShort(draft.savedAt)}
              </Link>
            ),
          },
        ]}
        rows={p.drafts}
      />
    ) : null}
    {p.raised.rows.length > 0 ? (
      <Table
        caption="Sent"
        columns={[
          { title: 'Reference', cell: one => <Link href={`/concerns/sent/${one.id}`}>{one.reference}</Link> },
          { title: 'Sent', cell: one => sayMomentShort(one.sentAt) },
          {
            title: 'Where it stands',
            cell: one => <Tag text={one.step ? stepWords[one.step] : 'Received'} />,
          },
        ]}
        rows={p.raised.rows}
      />
    ) : p.raised.page === 1 ? (
      <Para>You have not sent a concern.</Para>
    ) : null}
    <Pager href="/concerns/mine" what="Concerns you sent" paged={p.raised} />
    <Para>
      <Link href="/concerns/new">Record a concern about a child</Link>
    </Para>
  </>
)
