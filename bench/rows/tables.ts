import type pg from 'pg'

/** Every row of every table of one database, as PostgreSQL itself says it in JSON. */
export type Dump = Map<string, Readonly<Record<string, unknown>>[]>

export async function dumpAll(client: pg.PoolClient): Promise<Dump> {
  const tables = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const dump: Dump = new Map()
  for (const { name } of tables.rows) {
    const rows = await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from "${name}" t`,
    )
    dump.set(
      name,
      rows.rows.map(one => one.row),
    )
  }
  return dump
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

/** All ids that stand anywhere in a dump. */
export function idsIn(dump: Dump): Set<string> {
  const ids = new Set<string>()
  const look = (value: unknown): void => {
    if (isId(value)) ids.add(value)
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) look(one)
  }
  for (const rows of dump.values()) for (const row of rows) look(row)
  return ids
}
