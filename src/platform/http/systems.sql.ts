import { sql, type QueryExecutorProvider } from 'kysely'
import type { UserId } from './user-id.ts'

/** The digest of a system's key; none of an account that has ended or whose agency has closed. */
export async function findSystemKey(gate: QueryExecutorProvider, userId: string): Promise<Buffer | null> {
  const found = await sql<{ digest: Buffer }>`
    select k.digest from system_key k join user_account u on u.id = k.user_id and u.ended_at is null
    where k.user_id::text = ${userId}`.execute(gate)
  return found.rows[0]?.digest ?? null
}

export async function setSystemKey(
  gate: QueryExecutorProvider,
  key: { userId: UserId; digest: Buffer; now: Date },
): Promise<void> {
  await sql`insert into system_key (user_id, digest, made_at) values (${key.userId}, ${key.digest}, ${key.now})
    on conflict (user_id) do update set digest = excluded.digest, made_at = excluded.made_at`.execute(gate)
}

export async function endTokensOf(gate: QueryExecutorProvider, userId: UserId): Promise<void> {
  await sql`delete from system_token where user_id = ${userId}`.execute(gate)
}

export async function insertToken(
  gate: QueryExecutorProvider,
  token: { digest: Buffer; userId: string; expiresAt: Date },
): Promise<void> {
  await sql`insert into system_token (digest, user_id, expires_at)
    values (${token.digest}, ${token.userId}, ${token.expiresAt})`.execute(gate)
}

export async function findToken<I = UserId>(
  gate: QueryExecutorProvider,
  digest: Buffer,
  now: Date,
): Promise<I | null> {
  const found = await sql<{ userId: I }>`
    select t.user_id from system_token t join user_account u on u.id = t.user_id and u.ended_at is null
    where t.digest = ${digest} and t.expires_at > ${now}`.execute(gate)
  return found.rows[0]?.userId ?? null
}
