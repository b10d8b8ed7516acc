import type { Act } from '#core/access/act.ts'
import type { ConcernCrimeId, ConcernId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { meetClocks } from '#core/clocks/clocks.ts'
import { concernToDecide } from '../decide/service.ts'
import { mayDecide } from '../policy.ts'
import { CRIME } from '../clock-kinds.ts'
import { insertCrime } from './queries.ts'

export interface CrimeSaid {
  readonly concernId: ConcernId
  /** The reference, or why there is none. */
  readonly recorded: { readonly reference: string } | { readonly whyNot: string }
  readonly byWhom: string
}

/** Says whether the police have recorded it: with that the gap is closed. Saying it again stands above what was said before. */
export async function recordCrime(act: Act, said: CrimeSaid): Promise<void> {
  demand(mayDecide, act.viewer)
  const concern = await concernToDecide(act, said.concernId)
  const { recorded } = said
  await insertCrime(act.tx, {
    id: act.world.uuid<ConcernCrimeId>(),
    ownerAgency: act.viewer.agencyId,
    subject: concern.id,
    reference: 'reference' in recorded ? recorded.reference : null,
    whyNot: 'whyNot' in recorded ? recorded.whyNot : null,
    byWhom: said.byWhom,
    saidBy: act.viewer.id,
    saidByName: act.viewer.name,
    saidAt: act.world.now(),
  })
  await meetClocks(act, concern.id, [CRIME])
  await act.record('concern.crime-said', concern.id, { recorded: 'reference' in recorded })
}
