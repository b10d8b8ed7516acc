import type { ConcernId } from '#core/access/generated/tables.ts'
import { NotACallForHelp, RingNow, type WhomToRing } from '#features/administration/public.ts'
import { DAYS_KEPT } from '#platform/http/drafts.sql.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import {
  Danger,
  Heading,
  Inset,
  Link,
  Narrow,
  Para,
  Subheading,
  Table,
  Tag,
} from '#platform/ui/page-parts.tsx'
import { Pager, type Paged } from '#platform/ui/paging.tsx'
import { sayMoment, sayMomentShort } from '#vocabulary/dates/words.ts'
import { DisagreementsOfSender, type DisagreementView } from '../disagree/pages.tsx'
import { words } from '../words.ts'
import { lastOf, type Step } from './steps.ts'

const stepWords: Readonly<Record<Step, string>> = {
  received: 'Received',
  'passed-on': 'Passed on',
  'picked-up': 'Picked up',
  decided: 'Decided',
  'looked-at-again': 'Looked at again',
}

export const StatusPage = (p: {
  concern: {
    id: ConcernId
    reference: string
    sentBy: string | null
    sentAt: Date
    dangerNow: boolean
    sealed: boolean
  }
  replies: readonly { step: Step; outcomes: readonly string[]; saidAt: Date; areaName: string | null }[]
  dueAt: Date
  ring: WhomToRing
  nobodyYet: boolean
  disagreements: readonly DisagreementView[]
  labels: ReadonlyMap<string, string>
}): Html => {
  const decided = lastOf(p.replies) === 'decided'
  return (
    <Narrow>
      {p.nobodyYet ? (
        <Danger>
          <Para>
            <strong>{words.nobodyYet}</strong> Ring <RingNow ring={p.ring} />. If a child is in danger now,
            ring 999.
          </Para>
        </Danger>
      ) : null}
      <div class="govuk-panel govuk-panel--confirmation">
        <h1 class="govuk-panel__title">We have your concern</h1>
        <div class="govuk-panel__body">
          Reference
          <br />
          <strong>{p.concern.reference}</strong>
        </div>
      </div>
      <Para>
        {p.concern.sentBy === null ? 'Sent' : `Sent by ${p.concern.sentBy}`}, {sayMoment(p.concern.sentAt)}.
      </Para>
      {p.concern.sealed ? <Inset>{words.sealedSent}</Inset> : null}
      {decided ? null : (
        <>
          <Para>A social worker will decide what happens next by {sayMoment(p.dueAt)}.</Para>
          <Para>
            If you have not heard by then, ring <RingNow ring={p.ring} />. You do not need to wait if you are
            more worried.
          </Para>
        </>
      )}
      {p.concern.dangerNow ? <NotACallForHelp rings={[p.ring]} /> : null}
      <Subheading>What has happened</Subheading>
      <ol class="moj-timeline">
        {p.replies.map(reply => (
          <li class="moj-timeline__item">
            <p class="moj-timeline__title">{stepWords[reply.step]}</p>
            <p class="moj-timeline__date">
              <time datetime={reply.saidAt.toISOString()}>{sayMoment(reply.saidAt)}</time>
            </p>
            {reply.areaName === null ? null : <Para>{words.passedOnTo(reply.areaName)}</Para>}
            {reply.step === 'looked-at-again' ? <Para>{words.lookedAtAgain}</Para> : null}
            {reply.outcomes.length > 0 ? (
              <Para>{reply.outcomes.map(code => p.labels.get(code) ?? code).join('; ')}</Para>
            ) : null}
          </li>
        ))}
      </ol>
      <DisagreementsOfSender disagreements={p.disagreements} />
      {p.concern.sealed || p.disagreements.some(one => one.open) ? null : (
        <Para>
          <Link href={`/concerns/sent/${p.concern.id}/disagree`}>I disagree with this</Link>
        </Para>
      )}
    </Narrow>
  )
}

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
