import { sql, type QueryExecutorProvider } from 'kysely'

export async function areasWithoutNumbers(keeper: QueryExecutorProvider): Promise<string[]> {
  const areas = await sql<{ name: string }>`
    select name from area where day_phone is null or out_of_hours_phone is null order by name`.execute(keeper)
  return areas.rows.map(area => area.name)
}

/** Of the agencies that receive concerns those in which nobody holds the duty for concerns about people who work with children. */
export async function withoutDesignatedOfficer(keeper: QueryExecutorProvider): Promise<string[]> {
  const agencies = await sql<{ name: string }>`
    select distinct a.name from area r join agency a on a.id = r.receiving_agency
    where not exists (
      select from role_grant g join role_deed d on d.role = g.role and d.deed = 'hold-allegation'
        join user_account u on u.id = g.user_id and u.ended_at is null
      where g.agency_id = a.id and g.ended_at is null and (g.agreed_by is not null or g.asked_by is null))
    order by a.name`.execute(keeper)
  return agencies.rows.map(
    agency =>
      `nobody in ${agency.name} is its designated officer: concerns about people who work with children go to its supervisors. An administrator gives someone the role, under People and roles`,
  )
}

/** Facts on which a whole installation rests; each row that comes back is a fault. */
export const CHECKS: readonly { readonly says: string; readonly sql: string }[] = [
  {
    says: 'Every table about people keeps its wall, for its owner too',
    sql: `select c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'owner_agency'
      where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
        and c.relname not in ('subject', 'former_version')`,
  },
  {
    says: 'No role of the service passes by the policies',
    sql: `select rolname as found from pg_roles where rolname like 'sightline_%' and (rolsuper or rolbypassrls)`,
  },
  {
    says: 'Every area is received by an agency that is open',
    sql: `select r.name as found from area r join agency a on a.id = r.receiving_agency where a.closed_at is not null`,
  },
  {
    says: 'Every concern that is not decided has a running clock',
    sql: `select c.reference as found from concern c
      where not exists (select from clock k where k.subject = c.id and k.kind = 'concern.decide' and k.state = 'running')
        and exists (select from concern_child h where h.subject = c.id and not exists (
          select from concern_decision d where d.concern_child_id = h.id and d.state = 'made')) limit 20`,
  },
  {
    says: 'Every sealed concern is for someone who can sign in',
    sql: `select c.reference as found from concern c
      where c.sealed and not exists (
        select from access_grant g join user_account u on u.id = g.grantee and u.ended_at is null
        where g.subject = c.id and g.grantee_kind = 'user' and g.grantee is distinct from c.sent_by and g.valid_during @> now()) limit 20`,
  },
  {
    says: 'Every concern has its entry in the ledger',
    sql: `select c.reference as found from concern c
      where not exists (select from audit_entry e where e.subject = c.id and e.deed = 'concern.sent') limit 20`,
  },
  {
    says: 'Every concern has at least one child and one answer',
    sql: `select c.reference as found from concern c
      where not exists (select from concern_child h where h.subject = c.id)
         or not exists (select from concern_answer a where a.subject = c.id) limit 20`,
  },
]

export async function faultsOf(keeper: QueryExecutorProvider, check: { sql: string }): Promise<string[]> {
  const found = await sql.raw<{ found: string }>(check.sql).execute(keeper)
  return found.rows.map(row => row.found)
}
