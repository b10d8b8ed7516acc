import { sql, type QueryExecutorProvider } from 'kysely'
import type { UserAccountId } from '#core/access/generated/tables.ts'

export interface Standing {
  readonly passwordSetAt: Date | null
  readonly codesLeft: number
}

/** What a person is shown of their own account: when the password was set, how many recovery codes are left. */
export async function standingOf(gate: QueryExecutorProvider, userId: UserAccountId): Promise<Standing> {
  const found = await sql<Standing>`
    select (select password_set_at from credential where user_id = ${userId} and totp_confirmed_at is not null) as password_set_at,
      (select count(*) from recovery_code where user_id = ${userId} and used_at is null) as codes_left`.execute(
    gate,
  )
  return found.rows[0] ?? { passwordSetAt: null, codesLeft: 0 }
}

export async function changePasswordRow(
  gate: QueryExecutorProvider,
  change: { userId: UserAccountId; password: string; now: Date },
): Promise<void> {
  await sql`update credential set password = ${change.password}, password_set_at = ${change.now}
    where user_id = ${change.userId}`.execute(gate)
}
