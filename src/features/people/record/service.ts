import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { makeReference } from '#vocabulary/ids/reference.ts'
import { findPeople } from '../find/search.ts'
import { rekey } from '../match-keys/rekey.ts'
import { mayKeepPeople } from '../policy.ts'
import { insertPersonRecord } from './queries.ts'
import { personFrom, type PersonKnown } from './read-person.ts'
import type { NewPersonTyped } from './schemas.ts'

/** Makes a record for the viewer's own agency, with the keys by which it will be found. */
export async function createPersonRecord(act: Act, known: PersonKnown): Promise<PersonRecordId> {
  demand(mayKeepPeople, act.viewer)
  const id = act.world.uuid<PersonRecordId>()
  const now = act.world.now()
  await insertPersonRecord(act.tx, {
    id,
    ownerAgency: act.viewer.agencyId,
    category: 'identity',
    subject: id,
    ...known,
    since: now,
    reference: makeReference('PER', act.world.randomBytes),
    recordedBy: act.viewer.id,
    recordedAt: now,
  })
  await rekey(act, id, known)
  await act.record('person.recorded', id)
  return id
}

/**
 * Search before create: the same child is not written twice unless someone has looked at the likely records and
 * says that none of them is this one.
 *
 * @throws Refusal naming what is wrong, or that there are records to look at first
 */
export async function createAfterSearch(act: Act, typed: NewPersonTyped): Promise<PersonRecordId> {
  const known = personFrom(typed, londonDay(act.world.now()))
  if (!typed['none-of-these']) {
    const likely = await findPeople(act, known)
    if (likely.length > 0)
      throw new Refusal({
        'none-of-these': 'Look at these records first. If none is this child, tick the box.',
      })
  }
  return createPersonRecord(act, known)
}
