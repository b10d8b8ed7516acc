import { sql, type Kysely, type LogEvent } from 'kysely'
import type { Database } from '#core/access/generated/tables.ts'
import { buildApp, type AppParts } from '#entry/build-app.ts'
import type { DatabaseAddress } from '#platform/database/address.ts'
import { kyselyOn, openPool } from '#platform/database/pool.ts'
import type { Shot } from './load.ts'

/** However few rows it holds in a bench, this one grows in service. */
const ALWAYS_BIG = ['person_record', 'match_key', 'concern', 'note', 'clock', 'access_grant', 'audit_entry']
const BIG = 5_000

export interface PlansFound {
  readonly queries: number
  readonly tables: readonly string[]
  /** Sequential scans of big tables in what a page asks, as EXPLAIN shows them under the policies. */
  readonly planned: readonly { readonly page: string; readonly table: string; readonly query: string }[]
  /** The same as PostgreSQL counted them while the pages ran, within functions and triggers too. */
  readonly counted: Readonly<Record<string, number>>
  /** A query that must read a big table through was seen to be named. */
  readonly guardSees: boolean
}

/**
 * Lets the whole application answer each request while every query it sends is written down, then asks PostgreSQL, as
 * the application's role and for the same viewer, how it would run each.
 */
export async function checkPlans(on: {
  address: DatabaseAddress
  parts: Omit<AppParts, 'db'>
  superuser: Kysely<Database>
  shots: readonly Shot[]
}): Promise<PlansFound> {
  const tables = await bigTables(on.superuser)
  const heard: { sql: string; parameters: readonly unknown[] }[] = []
  const pool = openPool(on.address, 'sightline_app', { max: 1 })
  const db = kyselyOn<Database>(pool, (event: LogEvent) => void heard.push(event.query))
  const { app } = await buildApp({ ...on.parts, db })
  const before = await scansOf(on.superuser, tables)
  const asked: { page: string; opens: (typeof heard)[number]; query: (typeof heard)[number] }[] = []
  for (const shot of on.shots) {
    heard.length = 0
    const { cookie } = shot
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer =
      shot.body === undefined
        ? await app.inject({ method: 'GET', url: shot.path, headers: { cookie } })
        : await app.inject({
            method: 'POST',
            url: shot.path,
            headers: { cookie, ...type },
            payload: shot.body,
          })
    if (answer.statusCode >= 400) throw new Error(`${shot.kind} answered ${answer.statusCode}`)
    if (shot.follow)
      await app.inject({ method: 'GET', url: answer.headers.location ?? '', headers: { cookie } })
    const opens = heard.find(query => query.sql.includes('access.open'))
    if (!opens) throw new Error(`${shot.kind} opened no viewer`)
    for (const query of heard)
      if (query !== opens && !/^(begin|commit|rollback)/.test(query.sql))
        asked.push({ page: shot.kind, opens, query })
  }
  // A connection that ends hands in its counts.
  await app.close()
  await db.destroy()
  const after = await scansOf(on.superuser, tables)

  const explaining = openPool(on.address, 'sightline_app', { max: 1 })
  const client = await explaining.connect()
  const scannedBy = async (
    opens: (typeof heard)[number],
    query: (typeof heard)[number],
  ): Promise<string[]> => {
    await client.query('begin')
    await client.query(opens.sql, [...opens.parameters])
    const plan = await client.query<{ 'QUERY PLAN': unknown }>(`explain (format json) ${query.sql}`, [
      ...query.parameters,
    ])
    await client.query('rollback')
    return scannedIn(plan.rows[0]?.['QUERY PLAN']).filter(table => tables.includes(table))
  }
  const planned = []
  for (const { page, opens, query } of asked)
    for (const table of await scannedBy(opens, query)) planned.push({ page, table, query: query.sql })
  const [first] = asked
  const guard = first
    ? await scannedBy(first.opens, { sql: 'select count(*) from note', parameters: [] })
    : []
  client.release()
  await explaining.end()
  return {
    queries: asked.length,
    tables,
    planned,
    counted: Object.fromEntries(
      tables
        .map(table => [table, (after.get(table) ?? 0) - (before.get(table) ?? 0)])
        .filter(([, count]) => count !== 0),
    ),
    guardSees: guard.includes('note'),
  }
}

async function bigTables(superuser: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and (reltuples > ${BIG} or relname = any(${ALWAYS_BIG})) order by 1`.execute(superuser)
  return rows.map(row => row.name)
}

async function scansOf(superuser: Kysely<Database>, tables: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ name: string; scans: number }>`
    select relname as name, seq_scan as scans from pg_stat_user_tables where relname = any(${tables})`.execute(
    superuser,
  )
  return new Map(rows.map(row => [row.name, row.scans]))
}

/** The tables that a plan reads through, wherever in it. */
function scannedIn(plan: unknown): string[] {
  if (Array.isArray(plan)) return plan.flatMap(scannedIn)
  if (typeof plan !== 'object' || plan === null) return []
  const own =
    Reflect.get(plan, 'Node Type') === 'Seq Scan' ? [String(Reflect.get(plan, 'Relation Name'))] : []
  return [...own, ...Object.values(plan).flatMap(scannedIn)]
}
