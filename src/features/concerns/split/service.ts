import type { Act } from '#core/access/act.ts'
import type {
  ConcernChildId,
  ConcernId,
  ConcernSplitId,
  TeamId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { giveClocks, startClock } from '#core/clocks/clocks.ts'
import { runningOn } from '#core/clocks/queries.ts'
import { tell } from '#core/notices/notices.ts'
import { receivingTeamsOf } from '#features/administration/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { DECIDE, DECIDE_CHILD } from '../clock-kinds.ts'
import { childrenOn, decisionsOn, waitForTurn } from '../decide/queries.ts'
import { concernToDecide, standingDecision, type Concern } from '../decide/service.ts'
import { whoMayHaveIt } from '../hand-over/service.ts'
import { mayDecide } from '../policy.ts'
import { words } from '../words.ts'
import { insertSplit } from './queries.ts'

/** Whose one child's part may be: a colleague's, or a team's of the agency. */
export type PartOwner =
  | { readonly kind: 'user'; readonly id: UserAccountId; readonly name: string }
  | { readonly kind: 'team'; readonly id: TeamId; readonly name: string }

export async function whoMayHavePart(act: Act, concern: Concern): Promise<PartOwner[]> {
  const people = await whoMayHaveIt(act, concern)
  const teams = await receivingTeamsOf(act.tx, act.viewer.agencyId)
  return [
    ...people.map(({ userId, name }) => ({ kind: 'user', id: userId, name }) as const),
    ...teams.map(({ id, name }) => ({ kind: 'team', id, name }) as const),
  ]
}

/** Why one child's part cannot go to someone of its own, or null where it can. */
export async function whyNotSplit(
  act: Act,
  concern: Concern,
  childId: ConcernChildId,
): Promise<string | null> {
  if (concern.sealed) return words.sealedApart
  const apart = await apartFrom(act, concern.id)
  if (apart.has(childId)) return null
  const made = (await decisionsOn(act.tx, concern.id)).filter(one => one.state === 'made')
  const together = (await childrenOn(act.tx, concern.id)).filter(
    child =>
      child.id !== childId && !apart.has(child.id) && !made.some(one => one.concernChildId === child.id),
  )
  return together.length === 0 ? words.lastTogether : null
}

const apartFrom = async (act: Act, concernId: ConcernId): Promise<ReadonlySet<string>> =>
  new Set(
    (await runningOn(act.tx, { subject: concernId, agency: act.viewer.agencyId })).flatMap(clock =>
      clock.kind === DECIDE_CHILD && clock.part !== null ? [clock.part] : [],
    ),
  )

/**
 * One child's part of a concern goes to a colleague or a team, who is told: with its own owner, and due when the whole was.
 *
 * @throws Refusal where it is decided, sealed, or the last that is together
 */
export async function splitChild(
  act: Act,
  said: {
    concernId: ConcernId
    concernChildId: ConcernChildId
    to: UserAccountId | TeamId
    why: string
  },
): Promise<void> {
  demand(mayDecide, act.viewer)
  const { id } = await concernToDecide(act, said.concernId)
  await waitForTurn(act.tx, id)
  const concern = await concernToDecide(act, id)
  const child = (await childrenOn(act.tx, id)).find(one => one.id === said.concernChildId)
  if (!child) throw fault('not-found')
  const standing = await standingDecision(act, said, 'why')
  if (standing) throw standing
  const not = await whyNotSplit(act, concern, child.id)
  if (not) throw new Refusal({ '': not }, 409)
  const to = (await whoMayHavePart(act, concern)).find(one => one.id === said.to)
  if (!to) throw new Refusal({ to: words.chooseOwner })
  await givePart(act, { concern, childId: child.id, to })
  await insertSplit(act.tx, {
    id: act.world.uuid<ConcernSplitId>(),
    ownerAgency: act.viewer.agencyId,
    subject: id,
    concernChildId: child.id,
    toUser: to.kind === 'user' ? to.id : null,
    toTeam: to.kind === 'team' ? to.id : null,
    toName: to.name,
    why: said.why,
    splitBy: act.viewer.id,
    splitByName: act.viewer.name,
    splitAt: act.world.now(),
  })
  const kind = 'concern.part-to-you'
  if (to.kind === 'team') await tell(act, { kind, subject: id, toTeam: to.id })
  else if (to.id !== act.viewer.id) await tell(act, { kind, subject: id, toUser: to.id })
  await act.record('concern.split', id, { child: child.id, to: to.id })
}

async function givePart(
  act: Act,
  of: { concern: Concern; childId: ConcernChildId; to: PartOwner },
): Promise<void> {
  const { concern, childId, to } = of
  const running = await runningOn(act.tx, { subject: concern.id, agency: act.viewer.agencyId })
  const own = running.find(clock => clock.kind === DECIDE_CHILD && clock.part === childId)
  const whole = running.find(clock => clock.kind === DECIDE)
  const runs = own ?? whole
  if (!runs) throw fault('unexpected', 'a child that is not decided has no clock')
  const team = to.kind === 'team' ? to.id : (runs.teamId ?? concern.receivingTeam)
  const user = to.kind === 'user' ? to.id : null
  if (own)
    return void (await giveClocks(
      act,
      { subject: concern.id, kinds: [DECIDE_CHILD], part: childId },
      { team, user },
    ))
  await startClock(act, {
    kind: DECIDE_CHILD,
    part: childId,
    subject: concern.id,
    category: 'concern',
    ownerAgency: act.viewer.agencyId,
    team,
    ...(user ? { user } : {}),
    urgent: runs.urgent,
    startedAt: runs.startedAt,
    dueAt: runs.dueAt,
  })
}
