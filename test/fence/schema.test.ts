import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '#platform/database/address.ts'
import { openPool } from '#platform/database/pool.ts'
import { tableTypes } from '#platform/database/table-types.ts'
import { testDatabase, type TestDatabase } from '#test/kit/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

interface Table {
  readonly name: string
  readonly forced: boolean
  readonly owned: boolean
  readonly history: boolean
  /** Asked for one subject, it is not read through. */
  readonly found: boolean
}

const tables = async (): Promise<Table[]> =>
  (
    await sql<Table>`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('owner_agency', 'category', 'subject')) = 3 as owned,
        exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'keep_former_version') as history,
        exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and a.attname = 'subject' and i.indpred is null) as found
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`.execute(database.superuser)
  ).rows

/** Tables that hold nothing about a person, each for a reason that a reader can check. */
const NOT_ABOUT_PEOPLE = [
  'agency',
  'area',
  'area_hours',
  'decision_outcome',
  'migration',
  'missing_grade',
  'missing_word',
  'nation',
  'nation_ladder_step',
  'partnership',
  'partnership_agency',
  'partnership_ladder_step',
  'referrer_kind',
  'role',
  'role_category',
  'role_deed',
  'team',
  'template_version',
  'try_limit',
  // Only the door and the sealer reach these, and the application's role has no right on them at all.
  'credential',
  'recovery_code',
  'set_up_code',
  'system_key',
  'session',
  'audit_link',
  'audit_seal',
]
/** Walled by rules of their own: the author's alone, staff, or the rules' own tables. */
const OWN_RULES = [
  'access_grant',
  'agency_system',
  'address_proof',
  'audit_entry',
  'draft',
  'exclusion',
  'form_key',
  'hook_call',
  'letter',
  'notice',
  'referrer',
  'referrer_letter',
  'role_grant',
  'seal',
  'subject',
  'system_token',
  'team_member',
  'user_account',
]

const wrongWith = (table: Table): string | null => {
  if (NOT_ABOUT_PEOPLE.includes(table.name)) return null
  if (!table.forced) return `${table.name} has no forced row-level security`
  if (OWN_RULES.includes(table.name)) return null
  if (!table.owned) return `${table.name} has no owner, category and subject`
  if (!table.history && !['concern_thing_key', 'match_key', 'former_version'].includes(table.name))
    return `${table.name} keeps no history`
  return table.found ? null : `${table.name} has no index that begins with its subject`
}

/** Makes a table, looks for what is wrong, and takes it away again. */
async function plantedBreaches(make: string): Promise<(string | null)[]> {
  await sql.raw(`create table planted ${make}`).execute(database.superuser)
  const found = (await tables()).map(wrongWith).filter(Boolean)
  await sql`drop table planted`.execute(database.superuser)
  return found
}

describe('the schema', () => {
  test('has a wall, an owner and a history for every table about people', async () => {
    const all = await tables()
    expect(all.length).toBeGreaterThan(30)
    expect(all.map(wrongWith).filter(Boolean)).toEqual([])
  })

  const walled = `alter table planted enable row level security; alter table planted force row level security`
  test.each([
    ['no wall', '(id uuid primary key)', 'planted has no forced row-level security'],
    [
      'no owner',
      `(id uuid primary key, category text, subject uuid); ${walled}`,
      'planted has no owner, category and subject',
    ],
    [
      'no history',
      `(id uuid primary key, owner_agency uuid, category text, subject uuid); ${walled}`,
      'planted keeps no history',
    ],
    [
      'no index by its subject',
      `(id uuid primary key, owner_agency uuid, category text, subject uuid); ${walled};
       create trigger keep_former_version before update on planted for each row execute function access.keep_former_version()`,
      'planted has no index that begins with its subject',
    ],
  ])('a table with %s is found', async (_, make, says) => {
    expect(await plantedBreaches(make)).toEqual([says])
  })

  test('no view goes round the policies, and no definer’s function runs as someone who could', async () => {
    const views = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'access', 'audit') and c.relkind in ('v', 'm')
        and not coalesce(c.reloptions::text like '%security_invoker=true%', false)`.execute(
      database.superuser,
    )
    expect(views.rows).toEqual([])
    const functions = await sql<{ name: string; owner: string; fixed: boolean }>`
      select p.proname as name, r.rolname as owner, p.proconfig::text like '%search_path=pg_catalog, public, pg_temp%' as fixed
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
      where n.nspname in ('public', 'access', 'audit') and p.prosecdef`.execute(database.superuser)
    expect(functions.rows.length).toBeGreaterThan(5)
    expect(functions.rows.filter(one => one.owner !== ROLES.definer || !one.fixed)).toEqual([])
  })

  test('no role passes by the policies, empties a table or makes one', async () => {
    const roles = await sql<{ name: string }>`
      select rolname as name from pg_roles where rolname like 'sightline_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`.execute(
      database.superuser,
    )
    expect(roles.rows).toEqual([])
    const rights = await sql<{ name: string }>`
      select grantee || ' ' || privilege_type || ' ' || table_name as name from information_schema.role_table_grants
      where grantee in ('sightline_app', 'sightline_job', 'sightline_gate', 'sightline_sealer', 'sightline_keeper', 'PUBLIC')
        and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`.execute(database.superuser)
    expect(rights.rows).toEqual([])
    const makers = await sql<{ name: string }>`
      select r.rolname as name from pg_roles r where r.rolname in ('sightline_app', 'sightline_job', 'sightline_gate')
        and (has_schema_privilege(r.rolname, 'public', 'create') or has_database_privilege(r.rolname, current_database(), 'temporary'))`.execute(
      database.superuser,
    )
    expect(makers.rows).toEqual([])
  })

  test('its types are those that the compiler reads', async () => {
    const pool = openPool(database.address, null, { max: 1 })
    const client = await pool.connect()
    const types = await tableTypes(client)
    client.release()
    await pool.end()
    expect(readFileSync(new URL('../../src/core/access/generated/tables.ts', import.meta.url), 'utf8')).toBe(
      types,
    )
  })
})
