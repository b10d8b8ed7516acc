import type { Updateable } from 'kysely'
import type { PersonRecord, PersonRecordId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const updatePersonRecord = (tx: ScopedTx, id: PersonRecordId, says: Updateable<PersonRecord>) =>
  tx.updateTable('personRecord').set(says).where('id', '=', id).execute()
