import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import type { TestApp } from './test-app.ts'

/**
 * Sends several requests so that they truly meet: a person record is held until all of them wait for it. What each
 * has read by then is what it would have read in the worst case.
 */
export async function allAtOnce<T>(
  t: TestApp,
  personRecordId: PersonRecordId,
  requests: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const holder = await t.database.superuser.startTransaction().execute()
  await sql`select from person_record where id = ${personRecordId} for update`.execute(holder)
  const answers = requests.map(request => request())
  for (let tries = 0; tries < 400; tries += 1) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(t.database.superuser)
    if ((rows[0]?.waiting ?? 0) >= requests.length) break
    await pause(10)
  }
  await holder.commit().execute()
  return Promise.all(answers)
}
