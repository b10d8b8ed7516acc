import { sql, type Insertable } from 'kysely'
import type { SafeContact, SubjectId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** The one answer that stands on a record. */
export const safeContactOf = (tx: ScopedTx, subject: SubjectId) =>
  tx
    .selectFrom('safeContact')
    .selectAll()
    // To the microsecond, as for the record itself: tells whether anyone has saved another since it was read.
    .select(sql<string>`since::text`.as('version'))
    .where('subject', '=', subject)
    .executeTakeFirst()

export const writeSafeContact = (tx: ScopedTx, row: Insertable<SafeContact>) => {
  const { id: _id, ownerAgency: _owner, subject: _subject, category: _category, ...says } = row
  return tx
    .insertInto('safeContact')
    .values(row)
    .onConflict(on => on.columns(['subject', 'ownerAgency']).doUpdateSet(says))
    .execute()
}
