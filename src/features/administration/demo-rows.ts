import type { AgencyId, AreaId, PartnershipId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import type { DemoArea } from '#core/manifest/feature.ts'
import type { MadeUpAgency } from './demo.ts'

type Tx = DemoArea['operator']

/** Before anyone recorded anything: over three years ago where there are three years to look back on. */
const begun = ({ wide, world }: DemoArea): Date =>
  new Date(world.now().getTime() - (wide ? 4 * 365 * 86_400_000 : 0))

export async function putAgency(area: DemoArea, tx: Tx, agency: MadeUpAgency): Promise<void> {
  const { world, made } = area
  const id = world.uuid<AgencyId>()
  made.set(`agency ${agency.name}`, id)
  await tx
    .insertInto('agency')
    .values({
      id,
      name: agency.name,
      kind: agency.kind,
      hosts: agency.hosts === true,
      createdAt: begun(area),
    })
    .execute()
  await putPeople(area, tx, agency)
}

/** A team and its people, of an agency that is there. */
export async function putPeople(area: DemoArea, tx: Tx, agency: MadeUpAgency): Promise<void> {
  const { world, made } = area
  const agencyId = made.idOf(`agency ${agency.name}`)
  const teamId = world.uuid<TeamId>()
  if (!made.has(`team ${agency.name}`)) made.set(`team ${agency.name}`, teamId)
  await tx.insertInto('team').values({ id: teamId, agencyId, name: agency.team }).execute()
  for (const person of agency.staff) {
    const userId = world.uuid<UserAccountId>()
    const email = `${person.name.toLowerCase().replaceAll(/[ ’]/g, '.')}@${agency.kind}.example`
    made.set(`user ${person.name}`, userId)
    await tx
      .insertInto('userAccount')
      .values({
        id: userId,
        agencyId,
        name: person.name,
        email,
        jobTitle: person.title,
        createdAt: begun(area),
      })
      .execute()
    if (!person.apart) await tx.insertInto('teamMember').values({ teamId, userId }).execute()
  }
  for (const person of agency.staff) {
    const userId = made.idOf(`user ${person.name}`)
    const [asker, agreer] = agency.staff
      .filter(other => other !== person)
      .map(other => made.idOf(`user ${other.name}`))
    // In an agency of fewer than three the operator made the grant; elsewhere two colleagues did.
    const seconded =
      asker && agreer
        ? { askedBy: asker, agreedBy: agreer }
        : { askedBy: made.idOf('user Alan Pike'), agreedBy: made.idOf('user Ruth Adeyemi') }
    await tx
      .insertInto('roleGrant')
      .values({
        id: world.uuid(),
        agencyId,
        userId,
        role: person.role,
        askedAt: begun(area),
        agreedAt: begun(area),
        ...seconded,
      })
      .execute()
  }
}

export interface MadeUpTeam {
  readonly agency: string
  readonly name: string
  readonly members: readonly string[]
}

/** One more team of people who have accounts already; known by its own name. */
export async function putTeam(area: DemoArea, tx: Tx, team: MadeUpTeam): Promise<void> {
  const { made, world } = area
  const teamId = world.uuid<TeamId>()
  made.set(`team ${team.name}`, teamId)
  await tx
    .insertInto('team')
    .values({ id: teamId, agencyId: made.idOf(`agency ${team.agency}`), name: team.name })
    .execute()
  for (const member of team.members)
    await tx
      .insertInto('teamMember')
      .values({ teamId, userId: made.idOf(`user ${member}`) })
      .execute()
}

export interface MadeUpPartnership {
  readonly name: string
  readonly lead: string
  readonly agencies: readonly string[]
  readonly areas: readonly string[]
  /** Teams that receive an area's concerns, by day or at night, where it is not the lead's first team. */
  readonly receivedBy?: Readonly<Record<string, { readonly day?: string; readonly night?: string }>>
  /** By day and out of hours. */
  readonly phones: readonly [day: string, outOfHours: string]
}

export async function putPartnership(area: DemoArea, tx: Tx, partnership: MadeUpPartnership): Promise<void> {
  const { world, made } = area
  const partnershipId = world.uuid<PartnershipId>()
  made.set(`partnership ${partnership.name}`, partnershipId)
  const council = made.idOf(`agency ${partnership.lead}`)
  await tx
    .insertInto('partnership')
    .values({
      id: partnershipId,
      name: `${partnership.name} Safeguarding Children Partnership`,
      nation: 'england',
      leadAgency: council,
      createdAt: begun(area),
    })
    .execute()
  for (const name of partnership.agencies)
    await tx
      .insertInto('partnershipAgency')
      .values({ partnershipId, agencyId: made.idOf(`agency ${name}`) })
      .execute()
  const [dayPhone, outOfHoursPhone] = partnership.phones
  for (const name of partnership.areas) {
    const { day = partnership.lead, night } = partnership.receivedBy?.[name] ?? {}
    const areaId = world.uuid<AreaId>()
    made.set(`area ${name}`, areaId)
    await tx
      .insertInto('area')
      .values({
        id: areaId,
        partnershipId,
        name,
        nation: 'england',
        receivingAgency: council,
        receivingTeam: made.idOf(`team ${day}`),
        outOfHoursTeam: night ? made.idOf(`team ${night}`) : null,
        // Ofcom's numbers for drama: they ring nobody.
        dayPhone,
        outOfHoursPhone,
      })
      .execute()
    const week = [1, 2, 3, 4, 5].map(weekday => ({ areaId, weekday, opens: '08:30', closes: '17:30' }))
    await tx.insertInto('areaHours').values(week).execute()
  }
}
