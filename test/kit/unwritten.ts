import { sql } from 'kysely'
import type { TestApp } from './test-app.ts'

/** A session that is still used says so, and tries are counted whatever comes of them. */
const ALWAYS = ['session', 'try_limit']

async function tablesOf(t: TestApp): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(t.database.superuser)
  return rows.map(row => row.name).filter(name => !ALWAYS.includes(name) && !name.startsWith('audit_'))
}

/** Each row of each table by its place and the transaction that wrote it: rewriting it with the same words shows too. */
async function placesOf(t: TestApp): Promise<ReadonlyMap<string, string>> {
  const each = (await tablesOf(t)).map(
    name => sql`select ${name}::text as name,
      coalesce((select md5(string_agg(x.ctid::text || x.xmin::text, ',' order by x.ctid)) from ${sql.table(name)} x), '')
        as places`,
  )
  const { rows } = await sql<{ name: string; places: string }>`${sql.join(each, sql` union all `)}`.execute(
    t.database.superuser,
  )
  return new Map(rows.map(row => [row.name, row.places]))
}

export interface Written {
  /** Tables in which something is not as it was. */
  readonly tables: readonly string[]
  /** Entries in the ledger. */
  readonly deeds: readonly string[]
}

export const NOTHING: Written = { tables: [], deeds: [] }

/** What a piece of work wrote, of all that is kept. */
export async function writtenBy(t: TestApp, work: () => Promise<unknown>): Promise<Written> {
  const last = await sql<{ id: string }>`select coalesce(max(id), 0) as id from audit_entry`.execute(
    t.database.superuser,
  )
  const before = await placesOf(t)
  await work()
  const after = await placesOf(t)
  const deeds = await sql<{ deed: string }>`
    select deed from audit_entry where id > ${last.rows[0]?.id ?? 0} order by id`.execute(t.database.superuser)
  return {
    tables: [...after].filter(([name, places]) => before.get(name) !== places).map(([name]) => name),
    deeds: deeds.rows.map(row => row.deed),
  }
}

const LOOKS = ['person.viewed', 'person.found', 'person.searched', 'concern.viewed']

/** A form that comes back shows its record again: that look stands. Whatever else is here was a deed. */
export const withoutLooks = (written: Written): Written => ({
  ...written,
  deeds: written.deeds.filter(deed => !LOOKS.includes(deed)),
})
