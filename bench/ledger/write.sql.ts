import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database, SubjectId, UserAccountId } from '#core/access/generated/tables.ts'

/** One person's looks, by the ledger's only way in: so many in each transaction, until so many are written. */
export async function writeLooks(
  app: Kysely<Database>,
  looks: { by: UserAccountId; at: readonly SubjectId[]; each: number; until: () => boolean },
): Promise<number> {
  let written = 0
  while (!looks.until()) {
    await app.transaction().execute(async tx => {
      await openAs(tx, looks.by)
      await sql`
        select count(audit.record('person.viewed', (${looks.at}::uuid[])[1 + n % ${looks.at.length}], jsonb_build_object('n', n)))
        from generate_series(1, ${looks.each}::int) as n`.execute(tx)
    })
    written += looks.each
  }
  return written
}

const openAs = (tx: Transaction<Database>, userId: UserAccountId) =>
  sql`select access.open('user', ${userId}, '', ${new Date().toISOString()})`.execute(tx)

export async function entriesWritten(superuser: Kysely<Database>): Promise<number> {
  const { count } = await superuser
    .selectFrom('auditEntry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function entriesUnsealed(superuser: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from audit_entry e where not exists (select from audit_link l where l.entry_id = e.id)`.execute(
    superuser,
  )
  return rows[0]?.count ?? 0
}
