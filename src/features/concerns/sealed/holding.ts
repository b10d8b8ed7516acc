import type { Act } from '#core/access/act.ts'
import type { ConcernId, UserAccountId } from '#core/access/generated/tables.ts'
import { outsideOf } from '#core/access/named-people.sql.ts'
import { mayDecide, mayHold, maySupervise } from '../policy.ts'
import { holdersOf, HOLDS } from './queries.ts'

/** Whether a sealed concern is this viewer's to act on. That they sent it does not make it so. */
export async function holdsIt(act: Act, concernId: ConcernId): Promise<boolean> {
  const own = (await holdersOf(act.tx, concernId, act.viewer.agencyId)).filter(
    holder => holder.userId === act.viewer.id,
  )
  const standsIn = maySupervise.allows(act.viewer) || mayDecide.allows(act.viewer)
  return own.some(({ kind }) => (kind === HOLDS ? mayHold.allows(act.viewer) : standsIn))
}

/** The others of the viewer's agency who hold it and can still see it. */
export async function otherHolders(act: Act, concernId: ConcernId): Promise<UserAccountId[]> {
  const others = new Set(
    (await holdersOf(act.tx, concernId, act.viewer.agencyId)).flatMap(({ userId }) =>
      userId !== null && userId !== act.viewer.id ? [userId] : [],
    ),
  )
  const gone = new Set(await outsideOf(act, concernId, [...others]))
  return [...others].filter(userId => !gone.has(userId))
}
