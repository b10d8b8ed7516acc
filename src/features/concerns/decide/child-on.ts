import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId } from '#core/access/generated/tables.ts'
import { fault } from '#platform/errors/fault.ts'
import { childrenOn, decisionsOn } from './queries.ts'
import { concernToDecide } from './service.ts'

/** One child of a concern that this viewer's agency decides on, with what is decided. */
export async function childOn(act: Act, at: { concernId: ConcernId; childId: ConcernChildId }) {
  const concern = await concernToDecide(act, at.concernId)
  const child = (await childrenOn(act.tx, concern.id)).find(one => one.id === at.childId)
  if (!child) throw fault('not-found')
  const decision = (await decisionsOn(act.tx, concern.id)).find(one => one.concernChildId === child.id)
  return { concern, child, decision }
}
