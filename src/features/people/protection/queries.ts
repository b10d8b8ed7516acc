import type { Insertable } from 'kysely'
import type { PersonRecordId, ProtectedIdentity } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const insertProtection = (tx: ScopedTx, said: Insertable<ProtectedIdentity>) =>
  tx.insertInto('protectedIdentity').values(said).execute()

/** What was said last of whether this identity is protected; nothing where it never was. */
export const protectionOf = (tx: ScopedTx, subject: PersonRecordId) =>
  tx
    .selectFrom('protectedIdentity')
    .select(['state', 'reason', 'saidByName', 'saidAt'])
    .where('subject', '=', subject)
    .orderBy('saidAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
