import type pg from 'pg'
import type { ConcernId, PersonRecordId } from '#core/access/generated/tables.ts'
import { putConcern, type ConcernFact } from '#features/concerns/public.ts'
import { putNote } from '#features/notes/public.ts'
import { putPerson } from '#features/people/public.ts'
import { Heaps } from './heaps.sql.ts'
import type { Step } from './make-facts.ts'
import type { PersonHere } from './people.ts'
import type { Setting } from './setting.sql.ts'

export interface Loaded {
  readonly people: readonly { readonly person: PersonHere; readonly id: PersonRecordId }[]
  readonly concerns: readonly { readonly by: string; readonly id: ConcernId }[]
}

/**
 * Writes the facts' rows as fast as PostgreSQL takes them: beside triggers and keys, as only what fills a made-up area may.
 * That they are the rows that deeds write is shown by `npm run sightline bench rows`.
 */
export async function bulkLoad(
  clients: readonly pg.PoolClient[],
  steps: Iterable<Step>,
  on: { setting: Setting; now: Date },
): Promise<Loaded> {
  const heaps = new Heaps(clients)
  const records = new Map<number, PersonRecordId>()
  const people: Loaded['people'][number][] = []
  const concerns: Loaded['concerns'][number][] = []
  for (const client of clients) await client.query(`set session_replication_role = replica`)
  for (const step of steps) {
    for (const person of step.people) people.push({ person, id: putHere(person) })
    if (step.concern) concerns.push({ by: step.concern.by, id: putRaised(step.concern) })
    await heaps.writeFull()
  }
  await heaps.writeAll()
  for (const client of clients) await client.query(`set session_replication_role = origin`)
  return { people, concerns }

  function putHere(person: PersonHere): PersonRecordId {
    const { by } = person
    if (by === null) throw new Error('a record that nobody made')
    const id = putPerson(heaps.put, on.setting, { ...person, by })
    records.set(person.number, id)
    for (const note of person.notes) putNote(heaps.put, on.setting, { note, person: id })
    return id
  }

  function putRaised(concern: ConcernFact): ConcernId {
    return putConcern(heaps.put, on.setting, { concern, now: on.now, records })
  }
}
