import type { Act } from '#core/access/act.ts'
import type { ConcernAdditionId, ConcernChildId, ConcernId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { hastenClocks, startClock } from '#core/clocks/clocks.ts'
import { runningOn } from '#core/clocks/queries.ts'
import { tell } from '#core/notices/notices.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { DECIDE, DECIDE_CHILD, OPEN } from '../clock-kinds.ts'
import { childrenOn, pickUpOf, waitForTurn, writeDecision } from '../decide/queries.ts'
import {
  closeWhenDecided,
  concernToDecide,
  haveInHand,
  standingDecision,
  type Concern,
} from '../decide/service.ts'
import { minutesAfter, MINUTES_TO_OPEN } from '../due.ts'
import { mayDecide } from '../policy.ts'
import { words } from '../words.ts'
import * as rows from './queries.ts'

/** What is decided of a child whose part is added to another concern. */
export const ADDED = 'added-to-existing'
const MOST_OFFERED = 20

/** The children of other open concerns that may be this one. */
export const offeredFor = (act: Act, concern: Concern, child: { id: ConcernChildId; called: string }) =>
  rows.mayBeTheSame(act.tx, {
    agency: act.viewer.agencyId,
    concernId: concern.id,
    childId: child.id,
    called: child.called,
    most: MOST_OFFERED,
  })

export interface Addition {
  readonly concernId: ConcernId
  readonly concernChildId: ConcernChildId
  /** A child of another open concern; or that concern's reference, where one child alone is open on it. */
  readonly to: ConcernChildId | null
  readonly reference: string | null
  readonly why: string
}

/**
 * What a concern says of one child is added to another concern about the same child that is still open. Both stay as they were
 * sent; what is decided there is decided for both. Whoever has that one in hand is told, and it is due no later than this was.
 *
 * @throws Refusal where something stands already, or the other is not open
 */
export async function addChild(act: Act, said: Addition): Promise<void> {
  demand(mayDecide, act.viewer)
  const { id } = await concernToDecide(act, said.concernId)
  const child = (await childrenOn(act.tx, id)).find(one => one.id === said.concernChildId)
  if (!child) throw fault('not-found')
  const toConcern = (await chosen(act, said, child)).concernId
  // In one order, so that two who add to each other's do not wait for ever.
  for (const turn of [id, toConcern].toSorted()) await waitForTurn(act.tx, turn)
  const concern = await concernToDecide(act, said.concernId)
  const to = await chosen(act, said, child)
  if (concern.sealed) throw new Refusal({ '': words.sealedApart })
  const standing = await standingDecision(act, said, 'why')
  if (standing) throw standing
  const written = await writeDecision(act.tx, {
    id: act.world.uuid(),
    ownerAgency: act.viewer.agencyId,
    subject: concern.id,
    concernChildId: child.id,
    outcomes: [ADDED],
    reasons: said.why,
    state: 'made',
    decidedBy: act.viewer.id,
    decidedByName: act.viewer.name,
    decidedAt: act.world.now(),
  })
  if (!written) throw fault('unexpected', 'a decision stands that was not there')
  await rows.insertAddition(act.tx, {
    id: act.world.uuid<ConcernAdditionId>(),
    ownerAgency: act.viewer.agencyId,
    concernId: concern.id,
    concernChildId: child.id,
    reference: concern.reference,
    toConcern: to.concernId,
    toChild: to.id,
    toReference: to.reference,
    addedBy: act.viewer.id,
    addedByName: act.viewer.name,
    addedAt: act.world.now(),
  })
  await comesTo(act, concern, { child: child.id, ...to, toChild: to.id })
  await haveInHand(act, concern, child.id)
  await act.record('concern.added', concern.id, { child: child.id, to: to.concernId })
  await act.record('concern.added-to', to.concernId, { from: concern.id })
  await closeWhenDecided(act, concern)
}

async function chosen(act: Act, said: Addition, child: { id: ConcernChildId; called: string }) {
  const { agencyId } = act.viewer
  const concern = await concernToDecide(act, said.concernId)
  if (said.reference) {
    const found = await rows.onReference(act.tx, {
      agency: agencyId,
      concernId: concern.id,
      reference: said.reference,
    })
    const [only, ...more] = found
    if (only && more.length === 0) return only
    throw new Refusal({ reference: only ? words.severalOpenThere : words.notOpenThere })
  }
  const offered = await offeredFor(act, concern, child)
  const to = offered.find(one => one.id === said.to)
  if (!to) throw new Refusal({ to: words.chooseOpenOne })
  return to
}

/** The one that is added to: due no later than what comes to it, with danger now where that says so; and whoever has it is told. */
async function comesTo(
  act: Act,
  concern: Concern,
  to: { child: ConcernChildId; concernId: ConcernId; toChild: ConcernChildId },
): Promise<void> {
  const { agencyId } = act.viewer
  const here = await runningOn(act.tx, { subject: concern.id, agency: agencyId })
  const there = await runningOn(act.tx, { subject: to.concernId, agency: agencyId })
  const from =
    here.find(clock => clock.kind === DECIDE_CHILD && clock.part === to.child) ??
    here.find(clock => clock.kind === DECIDE)
  const part = there.find(clock => clock.kind === DECIDE_CHILD && clock.part === to.toChild)
  const main = part ?? there.find(clock => clock.kind === DECIDE)
  if (!from || !main) throw fault('unexpected', 'a child that is not decided has no clock')
  await hastenClocks(
    act,
    { subject: to.concernId, kinds: [main.kind], ...(part ? { part: to.toChild } : {}) },
    { dueAt: from.dueAt, urgent: from.urgent },
  )
  // Danger now that comes to one which nobody has opened: someone has to.
  const unopened = here.find(clock => clock.kind === OPEN)
  if (from.urgent && !part && main.userId === null && !there.some(clock => clock.kind === OPEN))
    await startClock(act, {
      kind: OPEN,
      subject: to.concernId,
      category: 'concern',
      ownerAgency: agencyId,
      team: main.teamId ?? concern.receivingTeam,
      urgent: true,
      ...(unopened ? { startedAt: unopened.startedAt } : {}),
      dueAt: unopened?.dueAt ?? minutesAfter(act.world.now(), MINUTES_TO_OPEN),
    })
  const has = part ? part.userId : ((await pickUpOf(act.tx, to.concernId, agencyId))?.takenBy ?? null)
  if (has === act.viewer.id) return
  await tell(act, {
    kind: 'concern.added-to-yours',
    subject: to.concernId,
    ...(has ? { toUser: has } : { toTeam: main.teamId ?? concern.receivingTeam }),
  })
}
