import type { ConcernId, UserAccountId } from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** Who sent a concern: all that the worker, in its own role, may read of it. */
export async function senderOf(tx: ScopedTx, concernId: ConcernId): Promise<UserAccountId | undefined> {
  const found = await sql<{
    sentBy: UserAccountId
  }>`select sent_by from concern where id = ${concernId}`.execute(tx)
  return found.rows[0]?.sentBy
}
