import { sql, type QueryExecutorProvider } from 'kysely'
import type { UserAccountId } from '#core/access/generated/tables.ts'

export interface MadeUp {
  readonly userId: UserAccountId
  readonly name: string
  readonly agency: string
  readonly roles: string
}

/** The people of the made-up area, for its sign-in page; in demonstrations only. */
export async function madeUpPeople(gate: QueryExecutorProvider): Promise<MadeUp[]> {
  const people = await sql<MadeUp>`
    select u.id as user_id, u.name, a.name as agency, u.job_title as roles
    from user_account u join agency a on a.id = u.agency_id
    where u.ended_at is null and u.kind = 'person' and a.closed_at is null order by a.name, u.name limit 60`.execute(
    gate,
  )
  return people.rows
}

/** Whether it is a person who may sign in here, listed or beyond the list's end. */
export async function isMadeUpPerson(gate: QueryExecutorProvider, userId: UserAccountId): Promise<boolean> {
  const found = await sql`
    select 1 from user_account u join agency a on a.id = u.agency_id
    where u.id = ${userId} and u.ended_at is null and u.kind = 'person' and a.closed_at is null`.execute(gate)
  return found.rows.length > 0
}
