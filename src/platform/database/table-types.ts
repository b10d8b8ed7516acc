import type pg from 'pg'
import { camel, idTypes, pascal, type IdTypes } from './id-types.ts'

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly domain: string | null
  readonly nullable: boolean
  readonly has_default: boolean
  readonly always: boolean
  readonly checks: string[]
}

const COLUMNS = `
  select c.relname as table, a.attname as column, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null) as type,
    case when t.typtype = 'd' then t.typname end as domain,
    not (a.attnotnull or t.typnotnull) as nullable, a.atthasdef or a.attidentity <> '' as has_default,
    a.attidentity = 'a' or a.attgenerated <> '' as always,
    coalesce((select array_agg(pg_get_constraintdef(k.oid)) from pg_constraint k
      where k.contype = 'c' and ((k.conrelid = c.oid and k.conkey = array[a.attnum]) or k.contypid = t.oid)), '{}') as checks
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'migration'
  order by c.relname, a.attnum`

const TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  date: 'PlainDate',
  time: 'string',
  'time without time zone': 'string',
  'timestamp with time zone': 'Date',
  boolean: 'boolean',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  bytea: 'Buffer',
  jsonb: 'JsonColumn',
  tstzrange: 'string',
  xid8: 'string',
  'text[]': 'string[]',
  'uuid[]': 'Id[]',
}

/** The tables of a migrated database as types: what the compiler knows is what the database has. */
export async function tableTypes(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS)
  const tables = Map.groupBy(rows, row => row.table)
  const ids = await idTypes(
    client,
    rows.filter(row => row.type === 'uuid' && row.column === 'id').map(row => row.table),
  )
  const interfaces = [...tables].map(
    ([table, columns]) =>
      `export interface ${pascal(table)} {\n${columns.map(column => lineFor(column, ids)).join('')}}\n`,
  )
  const database = [...tables.keys()].map(table => `  ${camel(table)}: ${pascal(table)}\n`).join('')
  return `${HEAD}\n${ids.declared}\n${interfaces.join('\n')}\nexport interface Database {\n${database}}\n`
}

const HEAD = `// Made by scripts/generate-table-types.ts from the migrated schema. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { Id } from '#platform/database/id.ts'

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }
/** Read as the document, written as its text: the driver would take a list for a PostgreSQL array. */
export type JsonColumn = ColumnType<JsonValue, string, string>
`

function lineFor(column: Column, ids: IdTypes): string {
  const base =
    column.type === 'uuid'
      ? ids.of(column)
      : ((column.type === 'text' ? closedList(column.checks) : null) ?? TYPES[column.type])
  if (!base) throw new Error(`no type is known for ${column.table}.${column.column}: ${column.type}`)
  const read = column.nullable ? `${base} | null` : base
  const type = column.always
    ? `GeneratedAlways<${read}>`
    : column.has_default
      ? `Generated<${read}>`
      : column.nullable && base === 'JsonColumn'
        ? 'ColumnType<JsonValue | null, string | null, string | null>'
        : read
  return `  ${camel(column.column)}: ${type}\n`
}

/** `check (x = any (array['a', 'b']))` is a closed list, and so is its type. */
function closedList(checks: readonly string[]): string | null {
  for (const check of checks) {
    const list = /= ANY \(+ARRAY\[(.+?)\]/s.exec(check)?.[1]
    if (list)
      return list
        .split(',')
        .map(one => `'${/'(.*)'/.exec(one)?.[1] ?? ''}'`)
        .join(' | ')
    const single = /^CHECK \(\(+(?:\w+|\(\w+\)::text)\)?(?:::text)? = '([\w-]+)'::text\)+$/.exec(check)?.[1]
    if (single) return `'${single}'`
  }
  return null
}
