import { sql, type QueryExecutorProvider } from 'kysely'
import type { Standing } from './standing.ts'
import type { UserId } from './user-id.ts'

export interface SessionRow<I = UserId> {
  readonly userId: I
  readonly state: 'second-factor' | 'open'
  readonly createdAt: Date
  readonly seenAt: Date
  readonly endedAt: Date | null
}

/** One of an account is never found as one of an address, nor the other way round. */
export async function findSession<I>(
  gate: QueryExecutorProvider,
  digest: Buffer,
  kind: Standing['kind'],
): Promise<SessionRow<I> | null> {
  const found = await sql<SessionRow<I>>`
    select user_id, state, created_at, seen_at, ended_at from session
    where token_digest = ${digest} and kind = ${kind}`.execute(gate)
  return found.rows[0] ?? null
}

export async function insertSession<I>(
  gate: QueryExecutorProvider,
  row: { digest: Buffer; userId: I; state: SessionRow['state']; kind: Standing['kind']; now: Date },
): Promise<void> {
  await sql`insert into session (token_digest, user_id, state, kind, created_at, seen_at)
    values (${row.digest}, ${row.userId}, ${row.state}, ${row.kind}, ${row.now}, ${row.now})`.execute(gate)
}

export async function touchSession(gate: QueryExecutorProvider, digest: Buffer, now: Date): Promise<void> {
  await sql`update session set seen_at = ${now} where token_digest = ${digest}`.execute(gate)
}

export async function endSession(gate: QueryExecutorProvider, digest: Buffer, now: Date): Promise<void> {
  await sql`update session set ended_at = ${now} where token_digest = ${digest} and ended_at is null`.execute(
    gate,
  )
}

/** Signs a person out everywhere: a changed password or an ended account leaves no session behind. */
export async function endSessionsOf(gate: QueryExecutorProvider, userId: UserId, now: Date): Promise<void> {
  await sql`update session set ended_at = ${now} where user_id = ${userId} and ended_at is null`.execute(gate)
}
