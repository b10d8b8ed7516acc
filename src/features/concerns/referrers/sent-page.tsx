import { NotACallForHelp, RingNow, type WhomToRing } from '#features/administration/public.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Danger, Inset, Link, Narrow, Para, Subheading } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'

/** What is said to whoever has no account, in their words. Steps that are for others are none of theirs. */
const stepWords: Readonly<Record<string, string>> = {
  received: 'Received',
  'picked-up': 'Looked at',
  decided: 'Decided',
}

export interface ReceiptView {
  readonly reference: string
  readonly sentByName: string | null
  readonly professional: boolean
  readonly sealed: boolean
  readonly dangerNow: boolean
  readonly sentAt: Date
  readonly dueAt: Date
}

/** Practice F3 and B11: no child's name, no reasons, nothing of what they wrote. */
export const SentPage = (p: {
  receipt: ReceiptView
  replies: readonly { step: string; outcomes: readonly string[]; saidAt: Date }[]
  ring: WhomToRing
  nobodyYet: boolean
  labels: ReadonlyMap<string, string>
}): Html => {
  const { receipt, ring } = p
  const heard = p.replies.some(reply => reply.step === (receipt.professional ? 'decided' : 'picked-up'))
  return (
    <Narrow>
      {p.nobodyYet ? (
        <Danger>
          <Para>
            <strong>{words.nobodyYet}</strong> Ring <RingNow ring={ring} />. If a child is in danger now, ring
            999.
          </Para>
        </Danger>
      ) : null}
      <div class="govuk-panel govuk-panel--confirmation">
        <h1 class="govuk-panel__title">We have your concern</h1>
        <div class="govuk-panel__body">
          Reference
          <br />
          <strong>{receipt.reference}</strong>
        </div>
      </div>
      <Para>
        {receipt.sentByName === null ? 'Sent' : `Sent by ${receipt.sentByName}`}, {sayMoment(receipt.sentAt)}.
      </Para>
      <Inset>
        Keep the reference. With it and your email address you come back here. When something has happened we
        write “You have a message” to that address, and nothing more.
      </Inset>
      {receipt.sealed ? <Inset>{words.sealedSent}</Inset> : null}
      {heard ? null : (
        <>
          <Para>
            {receipt.professional
              ? `A social worker will decide what happens next by ${sayMoment(receipt.dueAt)}.`
              : `A social worker will look at it by ${sayMoment(receipt.dueAt)}.`}
          </Para>
          <Para>
            If you have not heard by then, ring <RingNow ring={ring} />. You do not need to wait if you are
            more worried.
          </Para>
        </>
      )}
      {receipt.dangerNow ? <NotACallForHelp rings={[ring]} /> : null}
      <Subheading>What has happened</Subheading>
      <ol class="moj-timeline">
        {p.replies.map(reply => {
          const said = stepWords[reply.step]
          return said === undefined ? null : (
            <li class="moj-timeline__item">
              <p class="moj-timeline__title">{said}</p>
              <p class="moj-timeline__date">
                <time datetime={reply.saidAt.toISOString()}>{sayMoment(reply.saidAt)}</time>
              </p>
              {reply.outcomes.length > 0 ? (
                <Para>{reply.outcomes.map(code => p.labels.get(code) ?? code).join('; ')}</Para>
              ) : null}
            </li>
          )
        })}
      </ol>
      {receipt.professional ? null : (
        <Para>We may ring you. We cannot tell you what is decided about a child.</Para>
      )}
      <Para>
        <Link href="/report/sent/add">Add to what you sent</Link>
      </Para>
      <Para>
        <Link href="/report/leave">Leave these pages</Link>
      </Para>
    </Narrow>
  )
}
