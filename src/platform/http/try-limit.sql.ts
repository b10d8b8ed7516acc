import { createHash } from 'node:crypto'
import { sql, type QueryExecutorProvider } from 'kysely'

export interface Limit {
  readonly bucket: string
  readonly tries: number
  readonly minutes: number
}

/**
 * Counts one try against a limit, in the database, so that restarting or running two servers forgives nothing.
 *
 * @returns whether the try is still within the limit, or the first or a later one beyond it
 */
export async function countTry(
  gate: QueryExecutorProvider,
  limit: Limit,
  who: { key: string; now: Date },
): Promise<'within' | 'first-beyond' | 'beyond'> {
  const digest = createHash('sha256').update(who.key).digest()
  const windowStart = new Date(who.now.getTime() - limit.minutes * 60_000)
  const counted = await sql<{ tries: number }>`
    insert into try_limit as t (bucket, key_digest, window_started_at, tries)
    values (${limit.bucket}, ${digest}, ${who.now}, 1)
    on conflict (bucket, key_digest) do update set
      tries = case when t.window_started_at < ${windowStart} then 1 else t.tries + 1 end,
      window_started_at = case when t.window_started_at < ${windowStart} then ${who.now} else t.window_started_at end
    returning tries`.execute(gate)
  const tries = counted.rows[0]?.tries ?? 1
  if (tries <= limit.tries) return 'within'
  return tries === limit.tries + 1 ? 'first-beyond' : 'beyond'
}

/** A try that was right does not count. */
export async function giveTryBack(gate: QueryExecutorProvider, limit: Limit, key: string): Promise<void> {
  const digest = createHash('sha256').update(key).digest()
  await sql`update try_limit set tries = greatest(tries - 1, 0)
    where bucket = ${limit.bucket} and key_digest = ${digest}`.execute(gate)
}

/** A right answer forgives the wrong ones before it. */
export async function forgetTries(gate: QueryExecutorProvider, limit: Limit, key: string): Promise<void> {
  const digest = createHash('sha256').update(key).digest()
  await sql`delete from try_limit where bucket = ${limit.bucket} and key_digest = ${digest}`.execute(gate)
}
