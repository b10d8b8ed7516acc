import { sql, type QueryExecutorProvider } from 'kysely'
import type { UserAccountId } from '#core/access/generated/tables.ts'

export interface Account {
  readonly userId: UserAccountId
  readonly name: string
  readonly email: string
  readonly password: string | null
  readonly totpSecret: Buffer | null
  readonly totpConfirmedAt: Date | null
  readonly totpLastStep: number | null
}

const account = sql`
  u.id as user_id, u.name, u.email, c.password, c.totp_secret, c.totp_confirmed_at, c.totp_last_step
  from user_account u join agency a on a.id = u.agency_id and a.closed_at is null
    left join credential c on c.user_id = u.id`

/** More than one only where someone works for two agencies. */
export async function accountsByEmail(gate: QueryExecutorProvider, email: string): Promise<Account[]> {
  const found = await sql<Account>`
    select ${account} where lower(u.email) = lower(${email}) and u.ended_at is null order by u.id`.execute(
    gate,
  )
  return found.rows
}

export async function accountById(
  gate: QueryExecutorProvider,
  userId: UserAccountId,
): Promise<Account | undefined> {
  const found = await sql<Account>`select ${account} where u.id = ${userId} and u.ended_at is null`.execute(
    gate,
  )
  return found.rows[0]
}

export async function setPassword(
  gate: QueryExecutorProvider,
  set: { userId: UserAccountId; password: string; totpSecret: Buffer; now: Date },
): Promise<void> {
  await sql`insert into credential (user_id, password, password_set_at, totp_secret)
    values (${set.userId}, ${set.password}, ${set.now}, ${set.totpSecret})
    on conflict (user_id) do update set password = excluded.password, password_set_at = excluded.password_set_at,
      totp_secret = excluded.totp_secret, totp_confirmed_at = null, totp_last_step = null`.execute(gate)
}

/** @returns whether this step was newer than the last one: two requests with one code cannot both pass */
export async function useStep(
  gate: QueryExecutorProvider,
  userId: UserAccountId,
  step: number,
): Promise<boolean> {
  const used = await sql`update credential set totp_last_step = ${step}
    where user_id = ${userId} and (totp_last_step is null or totp_last_step < ${step}) returning user_id`.execute(
    gate,
  )
  return used.rows.length > 0
}

export async function confirmSecondFactor(
  gate: QueryExecutorProvider,
  confirmed: { userId: UserAccountId; digests: readonly Buffer[]; now: Date },
): Promise<void> {
  await sql`update credential set totp_confirmed_at = ${confirmed.now} where user_id = ${confirmed.userId}`.execute(
    gate,
  )
  await replaceRecoveryCodes(gate, confirmed.userId, confirmed.digests)
}

/** New codes in the place of all those before. */
export async function replaceRecoveryCodes(
  gate: QueryExecutorProvider,
  userId: UserAccountId,
  digests: readonly Buffer[],
): Promise<void> {
  await sql`with former as (delete from recovery_code where user_id = ${userId} and not digest = any(${digests}))
    insert into recovery_code (user_id, digest) select ${userId}, unnest(${digests}::bytea[])
    on conflict do nothing`.execute(gate)
}

export async function useRecoveryCode(
  gate: QueryExecutorProvider,
  code: { userId: UserAccountId; digest: Buffer; now: Date },
): Promise<boolean> {
  const used = await sql`update recovery_code set used_at = ${code.now}
    where user_id = ${code.userId} and digest = ${code.digest} and used_at is null returning user_id`.execute(
    gate,
  )
  return used.rows.length > 0
}

export async function writeSetUpCode(
  gate: QueryExecutorProvider,
  code: { userId: UserAccountId; digest: Buffer; expiresAt: Date },
): Promise<void> {
  await sql`insert into set_up_code (user_id, digest, expires_at) values (${code.userId}, ${code.digest}, ${code.expiresAt})
    on conflict (user_id) do update set digest = excluded.digest, expires_at = excluded.expires_at, used_at = null`.execute(
    gate,
  )
}

export async function useSetUpCode(
  gate: QueryExecutorProvider,
  code: { email: string; digest: Buffer; now: Date },
): Promise<UserAccountId | undefined> {
  const used = await sql<{ userId: UserAccountId }>`update set_up_code s set used_at = ${code.now}
    from user_account u join agency a on a.id = u.agency_id and a.closed_at is null
    where u.id = s.user_id and lower(u.email) = lower(${code.email}) and u.ended_at is null
      and s.digest = ${code.digest} and s.used_at is null and s.expires_at > ${code.now}
    returning s.user_id`.execute(gate)
  return used.rows[0]?.userId
}
