import type { ConcernId } from '#core/access/generated/tables.ts'
import { NotACallForHelp, RingNow, type WhomToRing } from '#features/administration/public.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Danger, Inset, Link, Narrow, Para, Subheading } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { DisagreementsOfSender, type DisagreementView } from '../disagree/pages.tsx'
import { words } from '../words.ts'
import { lastOf, type Step } from './steps.ts'

export const stepWords: Readonly<Record<Step, string>> = {
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
