import type { Act } from '#core/access/act.ts'
import type { TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { mayAdminister } from '../policy.ts'
import type { MemberTyped } from '../schemas.ts'
import * as rows from './queries.ts'
import type { TeamTyped } from './schemas.ts'

/** Makes a team in the administrator's own agency. */
export async function addTeam(act: Act, typed: TeamTyped): Promise<TeamId> {
  demand(mayAdminister, act.viewer)
  const team = { id: act.world.uuid<TeamId>(), agencyId: act.viewer.agencyId, name: typed.name }
  if (await rows.sameName(act.tx, team)) throw new Refusal({ name: NAMED_ALREADY })
  await rows.insertTeam(act.tx, team)
  await act.record('team.made', null, { team: team.id })
  return team.id
}

const NAMED_ALREADY = 'Your agency has a team of this name already'

export async function renameTeam(act: Act, teamId: TeamId, typed: TeamTyped): Promise<void> {
  demand(mayAdminister, act.viewer)
  const team = await ownTeam(act, teamId)
  const name = { agencyId: act.viewer.agencyId, name: typed.name, not: team.id }
  if (await rows.sameName(act.tx, name)) throw new Refusal({ name: NAMED_ALREADY })
  await rows.renameTeamRow(act.tx, team.id, typed.name)
  await act.record('team.renamed', null, { team: team.id })
}

/**
 * Puts a colleague into a team or takes them out. What is opened to a team reaches whoever is in it, so nobody puts
 * themselves there (decision 0005).
 */
export async function changeMember(
  act: Act,
  teamId: TeamId,
  typed: MemberTyped<UserAccountId>,
): Promise<void> {
  demand(mayAdminister, act.viewer)
  const team = await ownTeam(act, teamId)
  const member = { teamId: team.id, userId: typed.member }
  const detail = { team: team.id, account: typed.member }
  if (typed.answer === 'remove') {
    await rows.deleteMember(act.tx, member)
    await act.record('team.member-removed', null, detail)
    return
  }
  if (typed.member === act.viewer.id)
    throw new Refusal({ member: 'Nobody puts themselves in a team. Ask another administrator' })
  const outside = await rows.colleaguesOutside(act.tx, team.id)
  if (!outside.some(colleague => colleague.id === typed.member))
    throw new Refusal({ member: 'Choose someone who is not in the team yet' })
  await rows.insertMember(act.tx, member)
  await act.record('team.member-added', null, detail)
}

export async function ownTeam(act: Act, teamId: TeamId) {
  const team = await rows.teamById(act.tx, act.viewer.agencyId, teamId)
  if (!team) throw fault('not-found')
  return team
}
