import { sql, type QueryExecutorProvider } from 'kysely'
import type { UserId } from './user-id.ts'
import type { Answered } from './routes.ts'

/**
 * Claims a form's key for this transaction. A second sending waits here until the first has ended, and then
 * gets the first one's answer instead of doing the deed again.
 *
 * @returns null when the key is this transaction's, or the answer already given
 */
export async function claimFormKey(
  tx: QueryExecutorProvider,
  claim: { userId: UserId; key: string; now: Date },
): Promise<Answered | null> {
  const claimed = await sql<{ key: string }>`
    insert into form_key (user_id, key, answered_at) values (${claim.userId}, ${claim.key}, ${claim.now})
    on conflict do nothing returning key`.execute(tx)
  if (claimed.rows.length > 0) return null
  const first = await sql<{ answer: Answered }>`
    select answer from form_key where user_id = ${claim.userId} and key = ${claim.key}`.execute(tx)
  return first.rows[0]?.answer ?? null
}

export async function keepAnswer(
  tx: QueryExecutorProvider,
  answer: { userId: UserId; key: string; answered: Answered },
): Promise<void> {
  await sql`update form_key set answer = ${JSON.stringify(answer.answered)}::jsonb
    where user_id = ${answer.userId} and key = ${answer.key}`.execute(tx)
}
