import { createHash } from 'node:crypto'
import { sql, type QueryExecutorProvider } from 'kysely'

export interface Limit {
  readonly bucket: string
  readonly tries: number
  readonly minutes: number
  /** Counted without waiting for the disk: a crash of the machine forgives the last moments. */
  readonly forgiving?: true
  /** The minutes are counted from when the limit is reached, and not from the first try. */
  readonly fromReached?: true
}

export interface Counted {
  /** Whether the try is still within the limit, or the first or a later one beyond it. */
  readonly standing: 'within' | 'first-beyond' | 'beyond'
  /** Until tries are counted anew. */
  readonly seconds: number
}

/** Counts one try against a limit, in the database, so that restarting or running two servers forgives nothing. */
export async function countTry(
  gate: QueryExecutorProvider,
  limit: Limit,
  who: { key: string; now: Date },
): Promise<Counted> {
  const windowStart = new Date(who.now.getTime() - limit.minutes * 60_000)
  const counted = await sql<{ tries: number; windowStartedAt: Date }>`
    insert into try_limit as t (bucket, key_digest, window_started_at, tries)
    select ${limit.bucket}::text, ${digestOf(who.key)}::bytea, ${who.now}::timestamptz, 1
    from (select set_config('synchronous_commit',
      coalesce(${limit.forgiving ? 'off' : null}, current_setting('synchronous_commit')), true)) as written
    on conflict (bucket, key_digest) do update set
      tries = case when t.window_started_at < ${windowStart} then 1 else t.tries + 1 end,
      window_started_at = case when t.window_started_at < ${windowStart}
          or (${limit.fromReached ?? false}::boolean and t.tries = ${limit.tries}::int) then ${who.now}
        else t.window_started_at end
    returning tries, window_started_at`.execute(gate)
  const { tries, windowStartedAt } = counted.rows[0] ?? { tries: 1, windowStartedAt: who.now }
  const left = windowStartedAt.getTime() - windowStart.getTime()
  return {
    standing: tries <= limit.tries ? 'within' : tries === limit.tries + 1 ? 'first-beyond' : 'beyond',
    // The window still holds at its very end.
    seconds: Math.max(1, Math.floor(left / 1000) + 1),
  }
}

/** A try that was right does not count. */
export async function giveTryBack(gate: QueryExecutorProvider, limit: Limit, key: string): Promise<void> {
  await sql`update try_limit set tries = greatest(tries - 1, 0)
    where bucket = ${limit.bucket} and key_digest = ${digestOf(key)}`.execute(gate)
}

/** A right answer forgives the wrong ones before it. */
export async function forgetTries(gate: QueryExecutorProvider, limit: Limit, key: string): Promise<void> {
  await sql`delete from try_limit where bucket = ${limit.bucket} and key_digest = ${digestOf(key)}`.execute(
    gate,
  )
}

const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest()
