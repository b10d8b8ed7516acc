import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { personToKnow } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { writeSafeContact } from './queries.ts'
import type { SafeContactTyped } from './schemas.ts'

/** How to reach this person safely, as one's own agency knows it. The former answer stays in the history. */
export async function setSafeContact(
  act: Act,
  personRecordId: PersonRecordId,
  typed: SafeContactTyped,
): Promise<void> {
  demand(mayKeepPeople, act.viewer)
  await personToKnow(act, personRecordId)
  if (!typed.way === !typed['way-absence']) {
    throw new Refusal({ way: 'Enter a safe way to reach them, or say why you cannot' })
  }
  const now = act.world.now()
  await writeSafeContact(act.tx, {
    id: act.world.uuid(),
    ownerAgency: act.viewer.agencyId,
    category: 'identity',
    subject: personRecordId,
    since: now,
    way: typed.way || null,
    wayAbsence: typed['way-absence'] || null,
    wordsToUse: typed['words-to-use'] || null,
    doNot: typed['do-not'] || null,
    notToBeTold: typed['not-to-be-told'] || null,
    interpreter: typed.interpreter || null,
    askedBy: act.viewer.id,
    askedByName: act.viewer.name,
    askedAt: now,
  })
  await act.record('person.safe-contact-set', personRecordId)
}
