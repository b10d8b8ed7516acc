import type { Act } from '#core/access/act.ts'
import type { PersonIdentifierId, PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { readIdentifier } from '#vocabulary/ids/identifiers.ts'
import { ending } from '../in-use/end.ts'
import { readInUse } from '../in-use/read-days.ts'
import type { EndTyped } from '../in-use/schemas.ts'
import { personToChange } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import * as rows from './queries.ts'
import type { IdentifierTyped } from './schemas.ts'

/** Adds a number or reference by which a service knows someone. */
export async function addIdentifier(
  act: Act,
  personId: PersonRecordId,
  typed: IdentifierTyped,
): Promise<PersonIdentifierId> {
  demand(mayKeepPeople, act.viewer)
  const person = await personToChange(act, personId)
  const now = act.world.now()
  const errors: Record<string, string> = {}
  const read = readIdentifier(typed.kind, typed.value)
  if (!read.ok) errors['value'] = read.says
  const days = readInUse(typed, londonDay(now), errors)
  if (!read.ok || Object.keys(errors).length > 0) throw new Refusal(errors)
  const id = act.world.uuid<PersonIdentifierId>()
  const added = await rows.insertIdentifier(act.tx, {
    id,
    ownerAgency: act.viewer.agencyId,
    category: 'identity',
    subject: person.id,
    since: now,
    kind: typed.kind,
    value: read.value,
    ...days,
    recordedBy: act.viewer.id,
    recordedByName: act.viewer.name,
    recordedAt: now,
  })
  if (!added) throw new Refusal({ value: 'This number is on the record already' }, 409)
  await act.record('person.identifier-added', person.id, { identifier: id, kind: typed.kind })
  return id
}

/** Ends a number or reference: no longer used, or never theirs. It stays readable. */
export async function endIdentifier(
  act: Act,
  at: { personId: PersonRecordId; identifierId: PersonIdentifierId },
  typed: EndTyped,
): Promise<void> {
  demand(mayKeepPeople, act.viewer)
  const person = await personToChange(act, at.personId)
  const found = await rows.identifier(act.tx, at)
  if (!found) throw fault('not-found')
  await rows.updateIdentifier(act.tx, found.id, ending(act, found, typed))
  await act.record('person.identifier-ended', person.id, { identifier: found.id, why: typed.why })
}
