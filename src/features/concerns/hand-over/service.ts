import type { Act } from '#core/access/act.ts'
import type { ConcernHandOverId, ConcernId, UserAccountId } from '#core/access/generated/tables.ts'
import { outsideOf, thoseOf, type Holder } from '#core/access/named-people.sql.ts'
import { demand } from '#core/access/policy.ts'
import { handClocks } from '#core/clocks/clocks.ts'
import { tell } from '#core/notices/notices.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { pickUpOf, waitForTurn } from '../decide/queries.ts'
import { concernToDecide } from '../decide/service.ts'
import { mayDecide } from '../policy.ts'
import { otherHolders } from '../sealed/holding.ts'
import { words } from '../words.ts'
import { insertHandOver, passPickUp } from './queries.ts'

/** To whom a concern may be handed: those of the agency who decide and are not outside it; of a sealed one those who hold it. */
export async function whoMayHaveIt(
  act: Act,
  concern: { id: ConcernId; sealed: boolean },
): Promise<Pick<Holder, 'userId' | 'name'>[]> {
  const deciders = await thoseOf(act, act.viewer.agencyId, 'decide-concern')
  const gone = new Set(
    await outsideOf(
      act,
      concern.id,
      deciders.map(one => one.userId),
    ),
  )
  const held = concern.sealed ? new Set([act.viewer.id, ...(await otherHolders(act, concern.id))]) : null
  return deciders.filter(({ userId }) => !gone.has(userId) && (held === null || held.has(userId)))
}

/**
 * Hands what someone has in hand to a colleague, who is told; or takes it over. Its sender hears nothing new: it has been
 * picked up, and is.
 *
 * @throws Refusal where it is no longer in that hand, or the colleague may not have it
 */
export async function handOver(
  act: Act,
  said: { concernId: ConcernId; to: UserAccountId; why: string },
): Promise<void> {
  demand(mayDecide, act.viewer)
  const concern = await concernToDecide(act, said.concernId)
  await waitForTurn(act.tx, concern.id)
  const now = await pickUpOf(act.tx, concern.id, act.viewer.agencyId)
  if (!now) throw fault('not-found')
  const to = (await whoMayHaveIt(act, concern)).find(one => one.userId === said.to)
  if (!to) throw new Refusal({ to: words.chooseColleague })
  if (to.userId === now.takenBy) throw new Refusal({ to: words.hasItAlready(now.takenByName) }, 409)
  const at = act.world.now()
  const hands = { from: now.takenBy, to: to.userId }
  await passPickUp(act.tx, {
    subject: concern.id,
    agency: act.viewer.agencyId,
    ...hands,
    toName: to.name,
    at,
  })
  await handClocks(act, { subject: concern.id, ...hands })
  await insertHandOver(act.tx, {
    id: act.world.uuid<ConcernHandOverId>(),
    ownerAgency: act.viewer.agencyId,
    subject: concern.id,
    fromUser: now.takenBy,
    fromName: now.takenByName,
    toUser: to.userId,
    toName: to.name,
    why: said.why,
    handedBy: act.viewer.id,
    handedByName: act.viewer.name,
    handedAt: at,
  })
  if (to.userId !== act.viewer.id)
    await tell(act, { kind: 'concern.handed-to-you', subject: concern.id, toUser: to.userId })
  await act.record('concern.handed-over', concern.id, { from: now.takenBy, to: to.userId })
}
