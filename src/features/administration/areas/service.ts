import type { Act } from '#core/access/act.ts'
import type { AgencyId, AreaId, PartnershipId, TeamId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { ledPartnership } from '../partnerships/service.ts'
import { mayAdminister } from '../policy.ts'
import { areaById } from '../queries.ts'
import { someoneMay } from '../teams/queries.ts'
import * as rows from './queries.ts'
import type { AreaTyped } from './schemas.ts'

/** Makes an area of a partnership that the administrator's agency leads. */
export async function addArea(act: Act, partnershipId: PartnershipId, typed: AreaTyped): Promise<AreaId> {
  const partnership = await ledPartnership(act, partnershipId)
  const id = act.world.uuid<AreaId>()
  const row = await checked(act, { id, partnershipId: partnership.id }, typed)
  await rows.insertArea(act.tx, { id, partnershipId: partnership.id, ...row })
  await act.record('area.made', null, {
    area: id,
    nation: row.nation,
    team: row.receivingTeam,
    night: row.outOfHoursTeam,
  })
  return id
}

/** Changes what an area is called, whose rules hold there, or who receives the concerns sent from now on. */
export async function changeArea(act: Act, areaId: AreaId, typed: AreaTyped): Promise<void> {
  demand(mayAdminister, act.viewer)
  const area = await ledArea(act, areaId)
  const row = await checked(act, area, typed)
  await rows.changeAreaRow(act.tx, area.id, row)
  await act.record('area.changed', null, {
    area: area.id,
    nation: row.nation,
    team: row.receivingTeam,
    formerTeam: area.receivingTeam,
    night: row.outOfHoursTeam,
  })
}

async function checked(
  act: Act,
  area: { id: AreaId; partnershipId: PartnershipId },
  typed: AreaTyped,
): Promise<rows.AreaRow> {
  const named = { partnershipId: area.partnershipId, name: typed.name, not: area.id }
  if (await rows.areaNamed(act.tx, named))
    throw new Refusal({ name: 'The partnership has an area of this name already' })
  const nation = (await rows.nationsAll(act.tx)).find(one => one.code === typed.nation)
  if (!nation) throw new Refusal({ nation: 'Choose a nation' })
  const teams = await rows.teamsOfPartnership(act.tx, area.partnershipId)
  const team = teams.find(one => one.id === typed.team)
  if (!team) throw new Refusal({ team: 'Choose a team' })
  // A concern that nobody can decide on would lie there until it is late (DESIGN 2.7).
  if (!(await someoneMay(act.tx, team.id, 'decide-concern')))
    throw new Refusal({
      team: 'Nobody in this team may decide on concerns yet. Choose another, or ask its agency',
    })
  return {
    name: typed.name,
    nation: nation.code,
    receivingAgency: team.agencyId,
    receivingTeam: team.id,
    outOfHoursTeam: typed.night === '' ? null : await nightTeam(act, typed.night, { team, teams }),
  }
}

/** Of the agency that receives by day, so that nothing is opened to anyone for a night. */
async function nightTeam(
  act: Act,
  id: TeamId,
  of: { team: { id: TeamId; agencyId: AgencyId }; teams: readonly { id: TeamId; agencyId: AgencyId }[] },
): Promise<TeamId> {
  const night = of.teams.find(one => one.id === id)
  if (!night || night.agencyId !== of.team.agencyId || night.id === of.team.id)
    throw new Refusal({ night: 'Choose another team of the same agency, or none' })
  if (!(await someoneMay(act.tx, night.id, 'decide-concern')))
    throw new Refusal({ night: 'Nobody in this team may decide on concerns yet. Choose another, or none' })
  return night.id
}

/** Sets whom to ring in an area, by day and out of hours. For administrators of the partnership's lead agency. */
export async function setAreaNumbers(
  act: Act,
  areaId: AreaId,
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  demand(mayAdminister, act.viewer)
  await ledArea(act, areaId)
  const week = []
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const [opens = '', closes = ''] = [typed[`opens-${weekday}`], typed[`closes-${weekday}`]]
    if (!opens && !closes) continue
    if (!opens || !closes || closes <= opens)
      throw new Refusal({ [`closes-${weekday}`]: 'Enter when it opens and, later that day, when it closes' })
    week.push({ weekday, opens, closes })
  }
  await rows.setArea(act.tx, areaId, {
    dayPhone: typed['day-phone'] || null,
    outOfHoursPhone: typed['out-of-hours-phone'] || null,
  })
  await rows.setHours(act.tx, areaId, week)
  await act.record('area.numbers-set', null, { area: areaId })
}

/** An area of a partnership that the viewer's agency leads; another is not there. */
export async function ledArea(act: Act, id: AreaId) {
  const area = await areaById(act.tx, id)
  if (!area || area.leadAgency !== act.viewer.agencyId) throw fault('not-found')
  return area
}
