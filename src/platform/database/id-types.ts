import type pg from 'pg'

/** What stands in the one column stands in the other too: by a foreign key, or by a check that both are equal. */
interface Link {
  readonly table: string
  readonly column: string
  readonly to_table: string
  readonly to_column: string
}

const LINKS = `
  select t.relname as table, a.attname as column, r.relname as to_table, b.attname as to_column
  from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
    cross join lateral unnest(c.conkey, c.confkey) as key (here, there)
    join pg_attribute a on a.attrelid = t.oid and a.attnum = key.here
    join pg_attribute b on b.attrelid = r.oid and b.attnum = key.there
  where c.contype = 'f'
  union all
  select t.relname, 'id', t.relname, 'subject' from pg_constraint c join pg_class t on t.oid = c.conrelid
  where c.contype = 'c' and pg_get_constraintdef(c.oid) = 'CHECK ((subject = id))'`

/** What a column without a foreign key holds, by the end of its name. Who opens or seals something may have no account. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/(?<!^granted|^sealed)_by$|^user_id$|^to_user$/, 'user_account'],
  [/_agency$/, 'agency'],
]

export interface IdTypes {
  /** A name for the ids of each table, such as `PersonRecordId`. */
  readonly declared: string
  readonly of: (column: { table: string; column: string }) => string
}

/** Whose ids each uuid column holds: in `id` its own table's, and those of every table that its links lead to. */
export async function idTypes(client: pg.ClientBase, tables: readonly string[]): Promise<IdTypes> {
  const { rows } = await client.query<Link>(LINKS)
  const links = Map.groupBy(rows, link => `${link.table}.${link.column}`)
  const holds = (table: string, column: string): string[] => [
    ...(column === 'id' ? [table] : []),
    ...(links.get(`${table}.${column}`) ?? []).flatMap(link => holds(link.to_table, link.to_column)),
  ]
  const names = new Map(tables.map(table => [written(holds(table, 'id')), `${pascal(table)}Id`]))
  return {
    declared: [...names].map(([type, name]) => `export type ${name} = ${type}\n`).join(''),
    of: ({ table, column }) => {
      const held = holds(table, column)
      const type = written(
        held.length > 0 ? held : BY_NAME.filter(([end]) => end.test(column)).map(([, name]) => name),
      )
      return names.get(type) ?? type
    },
  }
}

function written(tables: readonly string[]): string {
  const each = [...new Set(tables)].map(table => `'${camel(table)}'`)
  return each.length === 0 ? 'Id' : `Id<${each.sort().join(' | ')}>`
}

export const camel = (name: string): string =>
  name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
export const pascal = (name: string): string => camel(`_${name}`)
