import type { Act, ReferrerAct } from '#core/access/act.ts'
import type { ConcernFurtherId, ConcernId, ConcernReceiptId } from '#core/access/generated/tables.ts'
import { grant } from '#core/access/grants.ts'
import { seal } from '#core/access/named-people.sql.ts'
import { demand } from '#core/access/policy.ts'
import {
  inWhoseHands,
  markSent,
  referrerKinds,
  sendingTo,
  type Hands,
  type ReferrerKind,
} from '#core/access/referrers.sql.ts'
import { meetClocks, startClock } from '#core/clocks/clocks.ts'
import { tell } from '#core/notices/notices.ts'
import { areasForAnyone, nationOfArea } from '#features/administration/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { concernToDecide } from '../decide/service.ts'
import { decisionDue, minutesAfter, MINUTES_TO_OPEN } from '../due.ts'
import { mayDecide } from '../policy.ts'
import { HOLDS, STANDS_IN } from '../sealed/queries.ts'
import { sendAs } from '../send/service.ts'
import { words } from '../words.ts'
import { FURTHER, insertFurther, insertReceipt, receiptOf } from './queries.ts'
import { KIND, NAME } from './schemas.ts'

/** How long what is not sent waits for whoever proves the address again. */
export const DAYS_A_REFERRERS_DRAFT_IS_KEPT = 14

export interface Who {
  readonly kind: ReferrerKind
  readonly name: string
}

/**
 * Who a draft says that its writer is. Whoever works with children says their name; others may leave it out.
 *
 * @throws Refusal naming what is missing
 */
export async function whoWrites(act: ReferrerAct, draft: FormValues): Promise<Who> {
  const kind = (await referrerKinds(act.tx)).find(one => one.code === draft[KIND])
  if (!kind) throw new Refusal({ [KIND]: words.sayWhoYouAre })
  const typed = draft[NAME]
  const name = typeof typed === 'string' ? typed.trim() : ''
  if (kind.professional && name === '') throw new Refusal({ [NAME]: words.sayYourName })
  return { kind, name: name || words.nameNotGiven }
}

/**
 * Sends a concern for someone without an account: the same deed, with the same clocks, as one with. It is owned by the agency
 * that receives it (decision 15); its sender has a receipt, and reads nothing of the concern again.
 *
 * @throws Refusal with the fields that are missing or wrong
 */
export async function sendWithoutAccount(act: ReferrerAct, draft: FormValues): Promise<ConcernId> {
  if (act.viewer.concern !== null) throw fault('not-allowed')
  const who = await whoWrites(act, draft)
  const to = { kind: 'referrer', id: act.viewer.id } as const
  const sent = await sendAs(act, draft, {
    areas: await areasForAnyone(act.tx),
    owning: area => sendingTo(act, area.receivingAgency),
    hears: to,
    raisedBy: {
      sentBy: null,
      sentByReferrer: act.viewer.id,
      referrerKind: who.kind.code,
      sentFrom: act.viewer.email,
      sentByName: who.name,
      sentByRole: who.kind.label,
    },
  })
  const { concern, dueAt } = sent
  const id = act.world.uuid<ConcernReceiptId>()
  await insertReceipt(act.tx, { id, concern, dueAt, professional: who.kind.professional })
  const source = { kind: 'reply', id: concern.id } as const
  await grant(sent.act, to, { subject: id, categories: ['concern'], source })
  if (concern.sealed) await seal(sent.act, id, 'works-with-children')
  await markSent(act, { concern: concern.id, reference: concern.reference, at: concern.sentAt })
  return concern.id
}

/** The receipt of the one concern that this referrer sent. */
export async function ownReceipt(act: ReferrerAct) {
  const { concern } = act.viewer
  const receipt = concern && (await receiptOf(act.tx, concern))
  if (!concern || !receipt) throw fault('not-found')
  return { ...receipt, concernId: concern }
}

/**
 * Adds to what was sent. Nothing of that changes; whoever has the concern in hand, or their team, has it on their desk with a
 * date, and is told. Where a child is said to be in danger now, within half an hour.
 */
export async function sayFurther(
  act: ReferrerAct,
  said: { says: string; dangerNow: boolean },
): Promise<void> {
  const { agencyId, id } = act.viewer
  const receipt = await ownReceipt(act)
  if (!agencyId) throw fault('not-found')
  const subject = receipt.concernId
  const now = act.world.now()
  await insertFurther(act.tx, {
    id: act.world.uuid<ConcernFurtherId>(),
    ownerAgency: agencyId,
    subject,
    says: said.says,
    dangerNow: said.dangerNow,
    saidByReferrer: id,
    saidAt: now,
  })
  const owning = { ...act, viewer: { id, agencyId } }
  const dueAt = said.dangerNow
    ? minutesAfter(now, MINUTES_TO_OPEN)
    : decisionDue(now, { dangerNow: false, nation: await nationOfArea(act.tx, receipt.areaId) })
  for (const { agency, team, person } of await handsOf(act, receipt.sealed)) {
    await startClock(owning, {
      kind: FURTHER,
      subject,
      category: 'concern',
      ownerAgency: agency,
      ...(team ? { team } : {}),
      ...(person ? { user: person } : {}),
      urgent: said.dangerNow,
      dueAt,
    })
    if (person) await tell(owning, { kind: FURTHER, subject, toUser: person })
    else if (team) await tell(owning, { kind: FURTHER, subject, toTeam: team })
  }
  await act.record('concern.further-said', subject, { danger: said.dangerNow })
}

/** Of a sealed concern everyone who holds it; of any other whoever has it in hand last, or their team. */
async function handsOf(act: ReferrerAct, sealed: boolean): Promise<Hands[]> {
  if (!sealed) return (await inWhoseHands(act, ['concern.decide'])).slice(0, 1)
  const holders = await inWhoseHands(act, [HOLDS, STANDS_IN])
  return holders.filter((one, at) => holders.findIndex(({ person }) => person === one.person) === at)
}

/** Whoever has it says that they read what was said later: nothing of it is due any longer. */
export async function readFurther(act: Act, concernId: ConcernId): Promise<void> {
  demand(mayDecide, act.viewer)
  const concern = await concernToDecide(act, concernId)
  await meetClocks(act, concern.id, [FURTHER])
  await act.record('concern.further-read', concern.id)
}
