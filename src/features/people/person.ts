import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { fault } from '#platform/errors/fault.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import * as rows from './queries.ts'

export type Person = NonNullable<Awaited<ReturnType<typeof rows.personRecord>>>

export const PersonAt = z.object({ personId: idOf<PersonRecordId>() })

/** A record that this viewer may know of; any other is not there. */
export async function personToKnow(act: Act, id: PersonRecordId): Promise<Person> {
  const person = await rows.personRecord(act.tx, id)
  if (!person) throw fault('not-found')
  return person
}

/** A record of the viewer's own agency. Another agency's may be known of and is its owner's to change. */
export async function ownPerson(act: Act, id: PersonRecordId): Promise<Person> {
  const person = await personToKnow(act, id)
  if (person.ownerAgency !== act.viewer.agencyId) throw fault('not-allowed')
  return person
}

/** One's own record, held until the deed is done: two who change it at once come one after the other. */
export async function personToChange(act: Act, id: PersonRecordId): Promise<Person> {
  await ownPerson(act, id)
  const held = await rows.personRecordHeld(act.tx, id)
  if (!held) throw fault('not-allowed')
  return held
}

export const nameOf = (named: { givenNames: string | null; familyName: string | null }): string =>
  [named.givenNames, named.familyName].filter(Boolean).join(' ') || 'Name not known'
