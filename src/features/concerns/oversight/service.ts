import type { Act } from '#core/access/act.ts'
import type { ConcernId, ConcernOversightNoteId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { tell } from '#core/notices/notices.ts'
import { pickUpOf } from '../decide/queries.ts'
import { concernToDecide } from '../decide/service.ts'
import { agreesTo } from '../policy.ts'
import { insertOversightNote } from './queries.ts'

/** Says how a concern is to be handled. Whoever has it in hand is told that there is something to read. */
export async function writeOversight(
  act: Act,
  said: { concernId: ConcernId; says: string; nextStep: string | null },
): Promise<void> {
  const concern = await concernToDecide(act, said.concernId)
  demand(agreesTo(concern), act.viewer)
  await insertOversightNote(act.tx, {
    id: act.world.uuid<ConcernOversightNoteId>(),
    ownerAgency: act.viewer.agencyId,
    subject: concern.id,
    says: said.says,
    nextStep: said.nextStep,
    saidBy: act.viewer.id,
    saidByName: act.viewer.name,
    saidAt: act.world.now(),
  })
  const has = await pickUpOf(act.tx, concern.id, act.viewer.agencyId)
  if (has && has.takenBy !== act.viewer.id)
    await tell(act, { kind: 'concern.oversight', subject: concern.id, toUser: has.takenBy })
  await act.record('concern.oversight-written', concern.id)
}
