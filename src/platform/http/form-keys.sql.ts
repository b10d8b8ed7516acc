import { createHash } from 'node:crypto'
import { sql, type QueryExecutorProvider } from 'kysely'
import type { Id } from '#platform/database/id.ts'

/** One thing sent, as a key of this shape: by its digest. */
export function keyFrom(sent: readonly unknown[]): string {
  const hex = createHash('sha256').update(JSON.stringify(sent)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/**
 * Claims a form's key for this transaction. A second sending waits here until the first has ended, and then
 * gets the first one's answer instead of doing the deed again.
 *
 * @returns null when the key is this transaction's, or the answer already given
 */
export async function claimFormKey<T>(
  tx: QueryExecutorProvider,
  claim: { userId: Id; key: string; now: Date },
): Promise<T | null> {
  const claimed = await sql<{ key: string }>`
    insert into form_key (user_id, key, answered_at) values (${claim.userId}, ${claim.key}, ${claim.now})
    on conflict do nothing returning key`.execute(tx)
  if (claimed.rows.length > 0) return null
  const first = await sql<{ answer: T }>`
    select answer from form_key where user_id = ${claim.userId} and key = ${claim.key}`.execute(tx)
  return first.rows[0]?.answer ?? null
}

export async function keepAnswer(
  tx: QueryExecutorProvider,
  answer: { userId: Id; key: string; answered: object },
): Promise<void> {
  await sql`update form_key set answer = ${JSON.stringify(answer.answered)}::jsonb
    where user_id = ${answer.userId} and key = ${answer.key}`.execute(tx)
}
