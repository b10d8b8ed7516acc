import type { ConcernId, ReferrerId, UserAccountId } from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** Who sent a concern: all that the worker, in its own role, may read of it. */
export async function senderOf(
  tx: ScopedTx,
  concernId: ConcernId,
): Promise<{ toUser: UserAccountId } | { toReferrer: ReferrerId } | null> {
  const found = await sql<{ sentBy: UserAccountId | null; sentByReferrer: ReferrerId | null }>`
    select sent_by, sent_by_referrer from concern where id = ${concernId}`.execute(tx)
  const { sentBy = null, sentByReferrer = null } = found.rows[0] ?? {}
  if (sentBy) return { toUser: sentBy }
  return sentByReferrer ? { toReferrer: sentByReferrer } : null
}
