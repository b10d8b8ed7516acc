import { sql, type QueryExecutorProvider } from 'kysely'

export interface TableToCopy {
  readonly name: string
  /** Columns that hold something of their own; those that the database works out are left out. */
  readonly columns: readonly string[]
}

/** Every table in an order in which each comes after those it refers to, as the database itself knows it. */
export async function tablesInOrder(keeper: QueryExecutorProvider): Promise<TableToCopy[]> {
  const tables = await sql<{ name: string; columns: string[]; needs: string[] }>`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(distinct f.relname::text) from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '{}') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('migration', 'session', 'try_limit', 'form_key', 'system_token',
        'address_proof')
    order by c.relname`.execute(keeper)
  const left = new Map(tables.rows.map(table => [table.name, table]))
  const order: TableToCopy[] = []
  while (left.size > 0) {
    const ready = [...left.values()].filter(table => table.needs.every(need => !left.has(need)))
    if (ready.length === 0) throw new Error('the tables refer to one another in a circle')
    for (const table of ready) {
      order.push({ name: table.name, columns: table.columns })
      left.delete(table.name)
    }
  }
  return order
}

/** Rows and a digest that does not depend on their order: equal before and after, nothing is lost or changed. */
export async function countAndDigest(
  keeper: QueryExecutorProvider,
  table: TableToCopy,
): Promise<{ rows: number; digest: string }> {
  const row = sql.raw(`row(${table.columns.map(column => `"${column}"`).join(', ')})::text`)
  const found = await sql<{ rows: number; digest: string }>`
    select count(*) as rows, coalesce(sum(('x' || substr(md5(${row}), 1, 15))::bit(60)::bigint::numeric), 0)::text as digest
    from ${sql.table(table.name)}`.execute(keeper)
  return found.rows[0] ?? { rows: 0, digest: '0' }
}
