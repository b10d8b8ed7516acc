import { sql } from 'kysely'
import type { Act } from '#core/access/act.ts'
import type { AgencyId, MissingEpisodeId, TeamId } from '#core/access/generated/tables.ts'

/** On whose list it comes in another agency. Null where nobody there is in a team. */
export async function teamForMissing(act: Act, agency: AgencyId): Promise<TeamId | null> {
  const found = await sql<{ team: TeamId | null }>`select access.team_for_missing(${agency}) as team`.execute(
    act.tx,
  )
  return found.rows[0]?.team ?? null
}

/** Every agency's clock on it ends, and then what was opened of it. */
export async function endForAll(act: Act, episode: MissingEpisodeId): Promise<void> {
  await sql`select access.end_looks(${episode})`.execute(act.tx)
  await sql`select access.end_missing(${episode})`.execute(act.tx)
}
