import type { Insertable, Updateable } from 'kysely'
import type { PersonIdentifier, PersonIdentifierId, PersonRecordId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** @returns whether it was added; one that the record has already is left as it is */
export const insertIdentifier = async (tx: ScopedTx, row: Insertable<PersonIdentifier>): Promise<boolean> =>
  (
    await tx
      .insertInto('personIdentifier')
      .values(row)
      .onConflict(on => on.doNothing())
      .returning('id')
      .execute()
  ).length > 0

export const identifier = (
  tx: ScopedTx,
  at: { personId: PersonRecordId; identifierId: PersonIdentifierId },
) =>
  tx
    .selectFrom('personIdentifier')
    .selectAll()
    .where('id', '=', at.identifierId)
    .where('subject', '=', at.personId)
    .executeTakeFirst()

export const updateIdentifier = (tx: ScopedTx, id: PersonIdentifierId, says: Updateable<PersonIdentifier>) =>
  tx.updateTable('personIdentifier').set(says).where('id', '=', id).execute()
