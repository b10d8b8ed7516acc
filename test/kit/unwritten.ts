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
const placesIn = (tables: readonly string[]) =>
  sql<{ name: string; places: string | null }>`${sql.join(
    tables.map(
      name => sql`select ${sql.lit(name)} as name,
        (select md5(string_agg(x.ctid::text || x.xmin::text, ',' order by x.ctid)) from ${sql.table(name)} x) as places`,
    ),
    sql` union all `,
  )}`

export interface Written {
  /** Tables in which something is not as it was. */
  readonly tables: readonly string[]
  /** Entries in the ledger. */
  readonly deeds: readonly string[]
}

export const NOTHING: Written = { tables: [], deeds: [] }

/** Stands by and says, each time it is asked, what was written since it was last asked. */
export async function watching(t: TestApp): Promise<() => Promise<Written>> {
  const db = t.database.superuser
  const query = placesIn(await tablesOf(t))
  let places = new Map<string, string | null>()
  let last = '0'
  const since = async (): Promise<Written> => {
    const [now, entries] = await Promise.all([
      query.execute(db),
      sql<{
        id: string
        deed: string
      }>`select id, deed from audit_entry where id > ${last} order by id`.execute(db),
    ])
    const tables = now.rows.filter(row => places.get(row.name) !== row.places).map(row => row.name)
    places = new Map(now.rows.map(row => [row.name, row.places]))
    last = entries.rows.at(-1)?.id ?? last
    return { tables, deeds: entries.rows.map(row => row.deed) }
  }
  await since()
  return since
}

const LOOKS = [
  'person.viewed',
  'person.found',
  'person.searched',
  'concern.viewed',
  'concern.status-viewed',
  'concern.open-listed',
  'concern.disagreement-viewed',
  'concern.shift-listed',
  'concern.caseload-listed',
  'missing.viewed',
]

/** A form that comes back shows its record again: that look stands. Whatever else is here was a deed. */
export const withoutLooks = (written: Written): Written => ({
  ...written,
  deeds: written.deeds.filter(deed => !LOOKS.includes(deed)),
})
