import type { AgencyId, AreaId, PartnershipId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import type { DemoArea } from '#core/manifest/feature.ts'
import type { AgencyKind } from '#vocabulary/agencies.ts'

interface MadeUpAgency {
  readonly name: string
  readonly kind: AgencyKind
  readonly team: string
  /** Those apart are in no team. */
  readonly staff: readonly {
    readonly name: string
    readonly title: string
    readonly role: string
    readonly apart?: true
  }[]
}

/** Two areas' worth of people; none exists. Each is named in `made` by role and agency kind. */
const AGENCIES: readonly MadeUpAgency[] = [
  {
    name: 'Wexcombe Council',
    kind: 'local-authority',
    team: 'Wexcombe children’s duty team',
    staff: [
      { name: 'Priya Raman', title: 'Duty social worker', role: 'duty-worker' },
      { name: 'Tom Ashdown', title: 'Duty social worker', role: 'duty-worker' },
      { name: 'Grace Okafor', title: 'Team manager', role: 'supervisor' },
      { name: 'Helen Marsh', title: 'Allocated social worker', role: 'allocated-worker' },
      { name: 'Ruth Adeyemi', title: 'Information governance lead', role: 'records-officer' },
      { name: 'Alan Pike', title: 'Systems administrator', role: 'administrator' },
      { name: 'Judith Amos', title: 'Designated officer', role: 'designated-officer', apart: true },
      // Of the detective’s family: what names him is hidden from him too.
      { name: 'Neil Frost', title: 'Designated officer', role: 'designated-officer', apart: true },
    ],
  },
  {
    name: 'Wexcombe Police',
    kind: 'police',
    team: 'Child exploitation team',
    staff: [
      { name: 'Daniel Frost', title: 'Detective sergeant', role: 'detective' },
      { name: 'Sunita Kaur', title: 'Intelligence analyst', role: 'intelligence-analyst' },
      { name: 'Carys Bowen', title: 'Professional standards', role: 'professional-standards', apart: true },
    ],
  },
  {
    name: 'Wexcombe Community Health',
    kind: 'health',
    team: 'Safeguarding nurses',
    staff: [{ name: 'Moira Kelly', title: 'Named nurse', role: 'health-professional' }],
  },
  {
    name: 'Hillside Academy',
    kind: 'school',
    team: 'Safeguarding',
    staff: [
      { name: 'Leah Brandt', title: 'Designated safeguarding lead', role: 'front-line-worker' },
      { name: 'Owen Price', title: 'Head of year', role: 'front-line-worker' },
    ],
  },
  {
    name: 'Lantern Youth Service',
    kind: 'voluntary',
    team: 'Outreach',
    staff: [{ name: 'Farah Siddiqui', title: 'Youth worker', role: 'front-line-worker' }],
  },
]

export async function demo(area: DemoArea): Promise<void> {
  const { operator, world, made } = area
  const now = world.now()
  await operator.transaction().execute(async tx => {
    for (const agency of AGENCIES) {
      const agencyId = world.uuid<AgencyId>()
      const teamId = world.uuid<TeamId>()
      made.set(`agency ${agency.kind}`, agencyId)
      made.set(`team ${agency.kind}`, teamId)
      await tx
        .insertInto('agency')
        .values({
          id: agencyId,
          name: agency.name,
          kind: agency.kind,
          hosts: agency.kind === 'local-authority',
          createdAt: now,
        })
        .execute()
      await tx.insertInto('team').values({ id: teamId, agencyId, name: agency.team }).execute()
      for (const person of agency.staff) {
        const userId = world.uuid<UserAccountId>()
        const email = `${person.name.toLowerCase().replaceAll(' ', '.')}@${agency.kind}.example`
        made.set(`user ${person.name}`, userId)
        await tx
          .insertInto('userAccount')
          .values({ id: userId, agencyId, name: person.name, email, jobTitle: person.title, createdAt: now })
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
            ? { askedBy: asker, agreedBy: agreer, agreedAt: now }
            : {
                askedBy: made.idOf('user Alan Pike'),
                agreedBy: made.idOf('user Ruth Adeyemi'),
                agreedAt: now,
              }
        await tx
          .insertInto('roleGrant')
          .values({ id: world.uuid(), agencyId, userId, role: person.role, askedAt: now, ...seconded })
          .execute()
      }
    }
    await addAreas(area, tx)
  })
}

async function addAreas(area: DemoArea, tx: DemoArea['operator']): Promise<void> {
  const { world, made } = area
  const partnershipId = world.uuid<PartnershipId>()
  made.set('partnership Wexcombe', partnershipId)
  const council = made.idOf('agency local-authority')
  await tx
    .insertInto('partnership')
    .values({
      id: partnershipId,
      name: 'Wexcombe Safeguarding Children Partnership',
      nation: 'england',
      leadAgency: council,
      createdAt: world.now(),
    })
    .execute()
  for (const agency of AGENCIES) {
    await tx
      .insertInto('partnershipAgency')
      .values({ partnershipId, agencyId: made.idOf(`agency ${agency.kind}`) })
      .execute()
  }
  for (const name of ['Wexcombe North', 'Wexcombe South']) {
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
        receivingTeam: made.idOf('team local-authority'),
        // Ofcom's numbers for drama: they ring nobody.
        dayPhone: '01632 960001',
        outOfHoursPhone: '01632 960002',
      })
      .execute()
    const week = [1, 2, 3, 4, 5].map(weekday => ({ areaId, weekday, opens: '08:30', closes: '17:30' }))
    await tx.insertInto('areaHours').values(week).execute()
  }
}
