import { sql, type Kysely } from 'kysely'
import type { Database } from '#core/access/generated/tables.ts'

/** By how many seconds at most a seal came after the writing of what it seals, among entries written since a moment. */
export async function sealingLag(superuser: Kysely<Database>, since: string): Promise<number> {
  const { rows } = await sql<{ seconds: string | null }>`
    select max(extract(epoch from s.sealed_at - e.written_at)) as seconds
    from audit_entry e join audit_link l on l.entry_id = e.id
      join audit_seal s on l.position between s.first_position and s.last_position
    where e.written_at >= ${since}`.execute(superuser)
  return Number(rows[0]?.seconds ?? 0)
}
