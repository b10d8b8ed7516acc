import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { grant } from '#core/access/grants.ts'
import { endNamed, liftProtection, seal, thoseOf } from '#core/access/named-people.sql.ts'
import { demand } from '#core/access/policy.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { personToChange } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { words } from '../words.ts'
import { insertProtection, protectionOf } from './queries.ts'

export interface ProtectionSaid {
  readonly say: 'protect' | 'lift'
  readonly reason: string
}

/**
 * Says that a record of one's own agency is of a protected identity, or no longer is. Protected, it is for whoever said so and
 * for the agency's supervisors, each by name, and stands in no search, suggestion or page of anyone else: whatever had been
 * opened of it before has ended. Only they may lift it.
 *
 * @throws Refusal 409 where somebody else has said the same meanwhile
 */
export async function sayProtection(
  act: Act,
  personRecordId: PersonRecordId,
  { say, reason }: ProtectionSaid,
): Promise<void> {
  demand(mayKeepPeople, act.viewer)
  const person = await personToChange(act, personRecordId)
  const stands = await protectionOf(act.tx, person.id)
  const isProtected = stands?.state === 'protected'
  if (isProtected === (say === 'protect')) throw new Refusal({ '': words.protectionSaid(isProtected) }, 409)
  const now = act.world.now()
  await insertProtection(act.tx, {
    id: act.world.uuid(),
    ownerAgency: act.viewer.agencyId,
    category: 'identity',
    subject: person.id,
    since: now,
    state: say === 'protect' ? 'protected' : 'lifted',
    reason,
    saidBy: act.viewer.id,
    saidByName: act.viewer.name,
    saidAt: now,
  })
  if (say === 'lift') {
    // Written while it is still sealed; from here on it is as any other record.
    await act.record('person.protection-lifted', person.id)
    await liftProtection(act, person.id)
    return
  }
  await endNamed(act, person.id)
  const supervisors = await thoseOf(act, act.viewer.agencyId, 'supervise')
  for (const id of new Set([act.viewer.id, ...supervisors.map(one => one.userId)]))
    await grant(
      act,
      { kind: 'user', id },
      { subject: person.id, categories: ['identity'], source: { kind: 'seal', id: person.id } },
    )
  await seal(act, person.id, 'protected-person')
  await act.record('person.protected', person.id)
}
