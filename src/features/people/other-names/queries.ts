import type { Insertable, Updateable } from 'kysely'
import type { PersonAlias, PersonAliasId, PersonRecordId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** @returns whether it was added; a name that the record has already is left as it is */
export const insertOtherName = async (tx: ScopedTx, row: Insertable<PersonAlias>): Promise<boolean> =>
  (
    await tx
      .insertInto('personAlias')
      .values(row)
      .onConflict(on => on.doNothing())
      .returning('id')
      .execute()
  ).length > 0

export const otherName = (tx: ScopedTx, at: { personId: PersonRecordId; nameId: PersonAliasId }) =>
  tx
    .selectFrom('personAlias')
    .selectAll()
    .where('id', '=', at.nameId)
    .where('subject', '=', at.personId)
    .executeTakeFirst()

export const updateOtherName = (tx: ScopedTx, id: PersonAliasId, says: Updateable<PersonAlias>) =>
  tx.updateTable('personAlias').set(says).where('id', '=', id).execute()
