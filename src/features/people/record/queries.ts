import type { Insertable } from 'kysely'
import type { PersonRecord } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const insertPersonRecord = (tx: ScopedTx, row: Insertable<PersonRecord>) =>
  tx.insertInto('personRecord').values(row).execute()
