import type { AgencyId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const teamsOf = (tx: ScopedTx, agencyId: AgencyId) =>
  tx
    .selectFrom('team')
    .select(['id', 'name'])
    .select(eb => [
      eb
        .selectFrom('teamMember')
        .select(count => count.fn.countAll<number>().as('count'))
        .whereRef('teamId', '=', 'team.id')
        .as('members'),
    ])
    .where('agencyId', '=', agencyId)
    .orderBy('name')
    .execute()

/** A team of one agency; another's is not there. */
export const teamById = (tx: ScopedTx, agencyId: AgencyId, id: TeamId) =>
  tx
    .selectFrom('team')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()

export const membersOf = (tx: ScopedTx, teamId: TeamId) =>
  tx
    .selectFrom('teamMember')
    .innerJoin('userAccount', 'userAccount.id', 'teamMember.userId')
    .select(['userAccount.id', 'name', 'jobTitle', 'endedAt'])
    .where('teamId', '=', teamId)
    .orderBy('name')
    .orderBy('userAccount.id')
    .execute()

/** Colleagues with an open account who are not in the team. */
export const colleaguesOutside = (tx: ScopedTx, teamId: TeamId) =>
  tx
    .selectFrom('userAccount')
    .select(['id', 'name', 'jobTitle'])
    .where('endedAt', 'is', null)
    .where('id', 'not in', members =>
      members.selectFrom('teamMember').select('userId').where('teamId', '=', teamId),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()

/** The areas whose concerns come to a team. */
export const areasReceivedBy = (tx: ScopedTx, teamId: TeamId) =>
  tx.selectFrom('area').select(['id', 'name']).where('receivingTeam', '=', teamId).orderBy('name').execute()

/** Whether someone of a team may do a deed now. */
export async function someoneMay(tx: ScopedTx, teamId: TeamId, deed: string): Promise<boolean> {
  const answer = await sql<{ may: boolean }>`select access.team_may(${teamId}, ${deed}) as may`.execute(tx)
  return answer.rows[0]?.may ?? false
}

export const sameName = (tx: ScopedTx, team: { agencyId: AgencyId; name: string; not?: TeamId }) =>
  tx
    .selectFrom('team')
    .select('id')
    .where('agencyId', '=', team.agencyId)
    .where(sql`lower(name)`, '=', team.name.toLowerCase())
    .$if(team.not !== undefined, others => others.where('id', 'is distinct from', team.not ?? null))
    .executeTakeFirst()

export const insertTeam = (tx: ScopedTx, team: { id: TeamId; agencyId: AgencyId; name: string }) =>
  tx.insertInto('team').values(team).execute()

export const renameTeamRow = (tx: ScopedTx, id: TeamId, name: string) =>
  tx.updateTable('team').set({ name }).where('id', '=', id).execute()

export const insertMember = (tx: ScopedTx, member: { teamId: TeamId; userId: UserAccountId }) =>
  tx
    .insertInto('teamMember')
    .values(member)
    .onConflict(on => on.doNothing())
    .execute()

export const deleteMember = (tx: ScopedTx, member: { teamId: TeamId; userId: UserAccountId }) =>
  tx
    .deleteFrom('teamMember')
    .where('teamId', '=', member.teamId)
    .where('userId', '=', member.userId)
    .execute()
