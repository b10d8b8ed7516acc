import { sql, type Insertable } from 'kysely'
import type { MatchKey, PersonRecordId, SubjectId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

const record = (tx: ScopedTx, id: PersonRecordId) =>
  tx
    .selectFrom('personRecord')
    .selectAll()
    // To the microsecond, which a Date does not hold: tells whether anyone has corrected it since it was read.
    .select(sql<string>`since::text`.as('version'))
    .where('id', '=', id)

/** One person record, or undefined when the viewer may not know of it. */
export const personRecord = (tx: ScopedTx, id: PersonRecordId) => record(tx, id).executeTakeFirst()

/** The record as it stands once nobody else is changing it; undefined when the viewer may not change it. */
export const personRecordHeld = (tx: ScopedTx, id: PersonRecordId) =>
  record(tx, id).forUpdate().executeTakeFirst()

/** The names besides those on the records, leaving out what was recorded by mistake. */
export const otherNamesOf = (tx: ScopedTx, subjects: readonly SubjectId[]) =>
  tx
    .selectFrom('personAlias')
    .selectAll()
    .where('subject', 'in', subjects)
    .where(({ eb, or }) => or([eb('endedWhy', 'is', null), eb('endedWhy', '<>', 'recorded-by-mistake')]))
    .orderBy('id')
    .execute()

export const identifiersOf = (tx: ScopedTx, subject: SubjectId) =>
  tx
    .selectFrom('personIdentifier')
    .selectAll()
    .where('subject', '=', subject)
    .where(({ eb, or }) => or([eb('endedWhy', 'is', null), eb('endedWhy', '<>', 'recorded-by-mistake')]))
    .orderBy('id')
    .execute()

/** Puts one record's keys in the place of those it had. */
export async function writeMatchKeys(tx: ScopedTx, subject: SubjectId, keys: Insertable<MatchKey>[]) {
  await tx.deleteFrom('matchKey').where('subject', '=', subject).execute()
  if (keys.length > 0) await tx.insertInto('matchKey').values(keys).execute()
}
