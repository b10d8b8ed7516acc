import type { Act } from '#core/access/act.ts'
import type { ConcernId, ReferrerId } from '#core/access/generated/tables.ts'
import { hasHeard } from '#core/access/referrers.sql.ts'
import { tell } from '#core/notices/notices.ts'
import { isProfessional } from './queries.ts'

/**
 * Whether someone without an account hears a step. Professionals hear what was decided; of anyone else whoever reads their
 * messages would hear it too, and to them it is looked at (practice B11). They are mailed that a message waits, and two weeks
 * after the decision their way back is closed.
 */
export async function tellReferrer(
  act: Act,
  concern: { id: ConcernId; sentByReferrer: ReferrerId | null; referrerKind: string | null },
  step: 'picked-up' | 'decided' | 'looked-at-again',
): Promise<boolean> {
  const { sentByReferrer } = concern
  if (!sentByReferrer) return false
  const hears = step === 'picked-up' || (await isProfessional(act.tx, concern.referrerKind))
  if (step === 'decided') await hasHeard(act.tx, sentByReferrer)
  if (hears) await tell(act, { kind: 'concern.heard', subject: concern.id, toReferrer: sentByReferrer })
  return hears
}
