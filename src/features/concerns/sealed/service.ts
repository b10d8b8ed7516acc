import type { Act } from '#core/access/act.ts'
import type { ConcernAllegationId, ConcernId } from '#core/access/generated/tables.ts'
import { stepOutsideOf } from '#core/access/named-people.sql.ts'
import { demand } from '#core/access/policy.ts'
import { handClocks, meetClocks } from '#core/clocks/clocks.ts'
import type { OutsideOfConcern } from '#core/manifest/feature.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { mayHoldOrStandIn } from '../policy.ts'
import { words } from '../words.ts'
import { concernById } from '../decide/queries.ts'
import { disagreementsOn } from '../disagree/queries.ts'
import { holdsIt, otherHolders } from './holding.ts'
import { HOLDS, insertAllegation, STANDS_IN } from './queries.ts'

export const ACTIONS = [
  'allegations-meeting',
  'passed-to-police',
  'passed-to-employer',
  'advice-given',
  'no-further-action',
] as const
export type Action = (typeof ACTIONS)[number]

/** A sealed concern that this viewer holds. */
export async function sealedConcern(act: Act, concernId: ConcernId) {
  const concern = await concernById(act.tx, concernId)
  if (!concern?.sealed || !(await holdsIt(act, concernId))) throw fault('not-found')
  return concern
}

/** Says what is done about the person who is named, apart from what is decided for the children. */
export async function recordAllegation(
  act: Act,
  said: { concernId: ConcernId; action: Action; reasons: string },
): Promise<void> {
  demand(mayHoldOrStandIn, act.viewer)
  const concern = await sealedConcern(act, said.concernId)
  const now = act.world.now()
  await insertAllegation(act.tx, {
    id: act.world.uuid<ConcernAllegationId>(),
    ownerAgency: act.viewer.agencyId,
    subject: concern.id,
    action: said.action,
    reasons: said.reasons,
    doneBy: act.viewer.id,
    doneByName: act.viewer.name,
    doneAt: now,
  })
  await meetClocks(act, concern.id, [HOLDS, STANDS_IN])
  await act.record('concern.allegation-recorded', concern.id, { action: said.action })
}

/**
 * Whoever is too near to it says so, and from then on sees no more of it. What they had in hand goes back to their team, or of
 * a sealed concern to another who holds it. What later features opened from it goes the same way.
 *
 * @throws Refusal where nobody else holds a sealed concern
 */
export async function stepOutside(
  act: Act,
  concern: { id: ConcernId; sealed: boolean },
  alsoOutside: readonly OutsideOfConcern[],
): Promise<void> {
  const [other] = concern.sealed ? await otherHolders(act, concern.id) : []
  if (concern.sealed && !other) throw new Refusal({ '': words.onlyHolder })
  await handClocks(act, { subject: concern.id, from: act.viewer.id, to: other ?? null })
  await act.record('concern.stepped-outside', concern.id)
  for (const also of alsoOutside) await also(act, concern.id)
  for (const { id } of await disagreementsOn(act.tx, concern.id)) await stepOutsideOf(act, id)
  await stepOutsideOf(act, concern.id)
}
