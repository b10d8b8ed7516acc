import type { Act } from '#core/access/act.ts'
import type { PersonAliasId, PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { ending } from '../in-use/end.ts'
import { readInUse } from '../in-use/read-days.ts'
import type { EndTyped } from '../in-use/schemas.ts'
import { rekey } from '../match-keys/rekey.ts'
import { personToChange } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import * as rows from './queries.ts'
import type { OtherNameTyped } from './schemas.ts'

/** Adds a name that someone also goes by; from here on a search for it finds them. */
export async function addOtherName(
  act: Act,
  personId: PersonRecordId,
  typed: OtherNameTyped,
): Promise<PersonAliasId> {
  demand(mayKeepPeople, act.viewer)
  const person = await personToChange(act, personId)
  const now = act.world.now()
  const errors: Record<string, string> = {}
  if (!typed.given && !typed.family) errors['given'] = 'Enter given names, a family name or both'
  const days = readInUse(typed, londonDay(now), errors)
  if (Object.keys(errors).length > 0) throw new Refusal(errors)
  const id = act.world.uuid<PersonAliasId>()
  const added = await rows.insertOtherName(act.tx, {
    id,
    ownerAgency: act.viewer.agencyId,
    category: 'identity',
    subject: person.id,
    since: now,
    kind: typed.kind,
    givenNames: typed.given || null,
    familyName: typed.family || null,
    ...days,
    recordedBy: act.viewer.id,
    recordedByName: act.viewer.name,
    recordedAt: now,
  })
  if (!added) throw new Refusal({ given: 'This name is on the record already' }, 409)
  await rekey(act, person.id, person)
  await act.record('person.name-added', person.id, { name: id, kind: typed.kind })
  return id
}

/** Ends a name. One that was recorded by mistake is no longer found by; one that is no longer used still is. */
export async function endOtherName(
  act: Act,
  at: { personId: PersonRecordId; nameId: PersonAliasId },
  typed: EndTyped,
): Promise<void> {
  demand(mayKeepPeople, act.viewer)
  const person = await personToChange(act, at.personId)
  const name = await rows.otherName(act.tx, at)
  if (!name) throw fault('not-found')
  await rows.updateOtherName(act.tx, name.id, ending(act, name, typed))
  await rekey(act, person.id, person)
  await act.record('person.name-ended', person.id, { name: name.id, why: typed.why })
}
