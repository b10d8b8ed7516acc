import type { Put } from '#core/access/bulk.ts'
import type { ConcernId, PersonRecordId } from '#core/access/generated/tables.ts'
import { raisedWhenLate } from '#core/clocks/bulk.ts'
import { putDecisions } from './deciding.ts'
import type { ConcernFact, ConcernSetting } from './facts.ts'
import { putCrime, putHandOver, putOversight, putTaking } from './handling.ts'
import { putSending } from './sending.ts'
import { onConcern } from './under-way.ts'

/** What one concern leaves behind: sent, taken, handled, decided, and late where nobody was in time. */
export function putConcern(
  put: Put,
  setting: ConcernSetting,
  from: { concern: ConcernFact; now: Date; records: Map<number, PersonRecordId> },
): ConcernId {
  const { concern, now } = from
  const under = putSending(put, setting, concern)
  if (concern.taken) putTaking(put, setting, { under, ...concern.taken })
  if (concern.handed) putHandOver(put, setting, { under, ...concern.handed })
  for (const note of concern.oversight) putOversight(put, setting, { under, ...note })
  putDecisions(put, setting, { under, decisions: concern.decisions, records: from.records })
  if (concern.crime) putCrime(put, setting, { under, ...concern.crime })
  if (under.pickUp) put('concernPickUp', under.pickUp)
  // With danger now whoever sent it hears that nobody has opened it.
  const also = { 'concern.open': { toUser: under.by.id, kind: 'concern.nobody-yet' } }
  for (const clock of under.clocks.values())
    put('clock', raisedWhenLate(put, setting, { clock, on: onConcern(under), now, also }))
  return under.id
}
