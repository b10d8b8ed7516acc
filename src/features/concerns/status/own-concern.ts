import type { Act } from '#core/access/act.ts'
import type { ConcernId } from '#core/access/generated/tables.ts'
import { fault } from '#platform/errors/fault.ts'
import { sentConcern } from './queries.ts'

/** A concern that this viewer's agency raised. Anyone else's is not there. */
export async function ownConcern(act: Act, id: ConcernId) {
  const concern = await sentConcern(act.tx, id)
  if (!concern || concern.ownerAgency !== act.viewer.agencyId) throw fault('not-found')
  return concern
}
