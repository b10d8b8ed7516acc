import type { Insertable } from 'kysely'
import type { SafeContact, SubjectId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const safeContactOf = (tx: ScopedTx, subject: SubjectId) =>
  tx
    .selectFrom('safeContact')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('askedAt', 'desc')
    .executeTakeFirst()

export const writeSafeContact = (tx: ScopedTx, row: Insertable<SafeContact>) => {
  const { id: _id, ownerAgency: _owner, subject: _subject, category: _category, ...says } = row
  return tx
    .insertInto('safeContact')
    .values(row)
    .onConflict(on => on.columns(['subject', 'ownerAgency']).doUpdateSet(says))
    .execute()
}
