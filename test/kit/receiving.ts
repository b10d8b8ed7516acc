import type { AgencyId, AreaId, SubjectId, TeamId } from '#core/access/generated/tables.ts'
import { worker } from './routes/making.ts'
import type { TestApp } from './test-app.ts'

/** Besides the made-up area: a second team of the council that receives, and another council of the same partnership. */
export interface Receiving {
  /** Of the same council: 'Wexcombe East'. */
  readonly east: { area: AreaId; team: TeamId; decider: string }
  /** Another agency’s: 'Norwood'. */
  readonly norwood: { area: AreaId; team: TeamId; agency: AgencyId; decider: string; supervisor: string }
}

export async function receiving(t: TestApp): Promise<Receiving> {
  const db = t.database.superuser
  const council = t.idOf('agency local-authority')
  const agency = t.world.uuid<AgencyId>()
  t.made.set('agency norwood', agency)
  await db
    .insertInto('agency')
    .values({ id: agency, name: 'Norwood Council', kind: 'local-authority', createdAt: t.world.now() })
    .execute()
  await db
    .insertInto('partnershipAgency')
    .values({ partnershipId: t.idOf('partnership Wexcombe'), agencyId: agency })
    .execute()
  const east = await receiver(t, { name: 'Wexcombe East', agency: council, as: 'local-authority' })
  const norwood = await receiver(t, { name: 'Norwood', agency, as: 'norwood' })
  const supervisor = await worker(t, 'supervisor', 'norwood')
  return { east, norwood: { ...norwood, agency, supervisor: supervisor.name } }
}

async function receiver(t: TestApp, of: { name: string; agency: AgencyId; as: string }) {
  const db = t.database.superuser
  const [team, area] = [t.world.uuid<TeamId>(), t.world.uuid<AreaId>()]
  await db
    .insertInto('team')
    .values({ id: team, agencyId: of.agency, name: `${of.name} front door` })
    .execute()
  const decider = await worker(t, 'duty-worker', of.as)
  await db.insertInto('teamMember').values({ teamId: team, userId: decider.id }).execute()
  await db
    .insertInto('area')
    .values({
      id: area,
      partnershipId: t.idOf('partnership Wexcombe'),
      name: of.name,
      nation: 'england',
      receivingAgency: of.agency,
      receivingTeam: team,
    })
    .execute()
  t.made.set(`area ${of.name}`, area)
  t.made.set(`team ${of.name}`, team)
  return { area, team, decider: decider.name }
}

/** Whatever runs on a concern, by kind, agency, team, person and dates. */
export const clocksOn = (t: TestApp, subject: SubjectId) =>
  t.database.superuser
    .selectFrom('clock')
    .select(['kind', 'ownerAgency', 'teamId', 'userId', 'urgent', 'startedAt', 'dueAt', 'part'])
    .where('subject', '=', subject)
    .where('state', '=', 'running')
    .orderBy('kind')
    .orderBy('id')
    .execute()

/** An emergency duty team of the council, for both made-up areas, with someone who decides. */
export async function nightTeam(t: TestApp): Promise<{ team: TeamId; decider: string }> {
  const db = t.database.superuser
  const team = t.world.uuid<TeamId>()
  const council = t.idOf('agency local-authority')
  await db.insertInto('team').values({ id: team, agencyId: council, name: 'Emergency duty team' }).execute()
  const decider = await worker(t, 'duty-worker')
  await db.insertInto('teamMember').values({ teamId: team, userId: decider.id }).execute()
  await db
    .updateTable('area')
    .set({ outOfHoursTeam: team })
    .where('receivingTeam', '=', t.idOf('team local-authority'))
    .execute()
  return { team, decider: decider.name }
}
