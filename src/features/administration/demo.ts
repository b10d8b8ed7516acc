import type { DemoArea } from '#core/manifest/feature.ts'
import type { AgencyKind } from '#vocabulary/agencies.ts'
import { MARLBURY, MORE_OF_WEXCOMBE, MORE_TEAMS, WEXCOMBE_RECEIVED_BY, WEXCOMBE_TOO } from './demo-wide.ts'
import { putAgency, putPartnership, putPeople, putTeam } from './demo-rows.ts'

export interface MadeUpAgency {
  readonly name: string
  readonly kind: AgencyKind
  /** Its administrators add agencies and partnerships. */
  readonly hosts?: true
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
    hosts: true,
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
  const { operator, made } = area
  await operator.transaction().execute(async tx => {
    for (const agency of AGENCIES) {
      await putAgency(area, tx, agency)
      // The first of its kind is known by it.
      made.set(`agency ${agency.kind}`, made.idOf(`agency ${agency.name}`))
      made.set(`team ${agency.kind}`, made.idOf(`team ${agency.name}`))
    }
    const wexcombe = AGENCIES.map(agency => agency.name)
    if (area.wide) {
      for (const agency of [...WEXCOMBE_TOO, ...MARLBURY.made]) await putAgency(area, tx, agency)
      for (const agency of MORE_OF_WEXCOMBE) await putPeople(area, tx, agency)
      for (const team of MORE_TEAMS) await putTeam(area, tx, team)
      wexcombe.push(...WEXCOMBE_TOO.map(agency => agency.name))
    }
    await putPartnership(area, tx, {
      name: 'Wexcombe',
      lead: 'Wexcombe Council',
      agencies: wexcombe,
      areas: ['Wexcombe North', 'Wexcombe South'],
      phones: ['01632 960001', '01632 960002'],
      ...(area.wide ? { receivedBy: WEXCOMBE_RECEIVED_BY } : {}),
    })
    if (area.wide) await putPartnership(area, tx, MARLBURY)
  })
}
