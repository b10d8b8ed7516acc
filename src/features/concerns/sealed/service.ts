import type { Act } from '#core/access/act.ts'
import type { ConcernAllegationId, ConcernId } from '#core/access/generated/tables.ts'
import { excludeSelf } from '#core/access/named-people.sql.ts'
import { demand } from '#core/access/policy.ts'
import { meetClocks } from '#core/clocks/clocks.ts'
import { fault } from '#platform/errors/fault.ts'
import { mayHold } from '../policy.ts'
import { concernById } from '../decide/queries.ts'
import { insertAllegation } from './queries.ts'

export const ACTIONS = [
  'allegations-meeting',
  'passed-to-police',
  'passed-to-employer',
  'advice-given',
  'no-further-action',
] as const
export type Action = (typeof ACTIONS)[number]

/** A sealed concern that this viewer is one of the few to hold. */
export async function sealedConcern(act: Act, concernId: ConcernId) {
  const concern = await concernById(act.tx, concernId)
  if (!concern?.sealed) throw fault('not-found')
  return concern
}

/** Says what is done about the person who is named, apart from what is decided for the children. */
export async function recordAllegation(
  act: Act,
  said: { concernId: ConcernId; action: Action; reasons: string },
): Promise<void> {
  demand(mayHold, act.viewer)
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
  await meetClocks(act, concern.id, ['concern.allegation'])
  await act.record('concern.allegation-recorded', concern.id, { action: said.action })
}

/** Whoever is too near to it says so, and from then on sees no more of it. */
export async function stepOutside(act: Act, concernId: ConcernId): Promise<void> {
  const concern = await concernById(act.tx, concernId)
  if (!concern) throw fault('not-found')
  await act.record('concern.stepped-outside', concern.id)
  await excludeSelf(act, {
    subject: concern.id,
    ownerAgency: concern.ownerAgency,
    reason: 'conflict-of-interest',
  })
}
