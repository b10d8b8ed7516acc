import type { MadeUpAgency } from './demo.ts'
import type { MadeUpPartnership, MadeUpTeam } from './demo-rows.ts'

/** What the demonstration has besides its first town: a second authority, and more schools, services and people. */
export const WEXCOMBE_TOO: readonly MadeUpAgency[] = [
  {
    name: 'Millbrook High School',
    kind: 'school',
    team: 'Safeguarding',
    staff: [{ name: 'Yvonne Clarke', title: 'Designated safeguarding lead', role: 'front-line-worker' }],
  },
  {
    name: 'St Bede’s Catholic School',
    kind: 'school',
    team: 'Pastoral care',
    staff: [{ name: 'Brendan Doyle', title: 'Deputy head', role: 'front-line-worker' }],
  },
  {
    name: 'Harbour Family Support',
    kind: 'voluntary',
    team: 'Family workers',
    staff: [
      { name: 'Marcia Bennett', title: 'Family support worker', role: 'front-line-worker' },
      { name: 'Ewa Zielińska', title: 'Family support worker', role: 'front-line-worker' },
    ],
  },
]

/** More people of agencies that are there, each a team of its own. */
export const MORE_OF_WEXCOMBE: readonly MadeUpAgency[] = [
  {
    name: 'Wexcombe Police',
    kind: 'police',
    team: 'Missing from home team',
    staff: [
      { name: 'Rachel Denby', title: 'Detective constable', role: 'detective' },
      { name: 'Janet Cawood', title: 'Disclosure officer', role: 'records-officer' },
      { name: 'Callum Hirst', title: 'Missing person coordinator', role: 'control-room' },
    ],
  },
  {
    name: 'Wexcombe Community Health',
    kind: 'health',
    team: 'School nurses',
    staff: [{ name: 'Joanne Whitfield', title: 'School nurse', role: 'health-professional' }],
  },
]

/** One area has a duty team of its own; at night both councils have one team for what cannot wait. */
const SOUTH = 'Wexcombe South duty team'
const NIGHT = 'Wexcombe emergency duty team'
const MARLBURY_NIGHT = 'Marlbury emergency duty team'
export const MORE_TEAMS: readonly MadeUpTeam[] = [
  { agency: 'Wexcombe Council', name: SOUTH, members: ['Tom Ashdown', 'Grace Okafor'] },
  { agency: 'Wexcombe Council', name: NIGHT, members: ['Tom Ashdown', 'Grace Okafor'] },
  { agency: 'Marlbury Council', name: MARLBURY_NIGHT, members: ['Dawn Sugden', 'Victor Mensah'] },
]
export const WEXCOMBE_RECEIVED_BY: NonNullable<MadeUpPartnership['receivedBy']> = {
  'Wexcombe North': { night: NIGHT },
  'Wexcombe South': { day: SOUTH, night: NIGHT },
}

const COUNCIL: MadeUpAgency = {
  name: 'Marlbury Council',
  kind: 'local-authority',
  team: 'Marlbury front door',
  staff: [
    { name: 'Nasreen Aziz', title: 'Duty social worker', role: 'duty-worker' },
    { name: 'Gareth Pugh', title: 'Duty social worker', role: 'duty-worker' },
    { name: 'Dawn Sugden', title: 'Duty social worker', role: 'duty-worker' },
    { name: 'Victor Mensah', title: 'Team manager', role: 'supervisor' },
    { name: 'Louise Tranter', title: 'Allocated social worker', role: 'allocated-worker' },
    { name: 'Rhys Bevan', title: 'Allocated social worker', role: 'allocated-worker' },
    { name: 'Hannah Goldberg', title: 'Information governance lead', role: 'records-officer' },
    { name: 'Colin Earnshaw', title: 'Systems administrator', role: 'administrator' },
    { name: 'Patricia Nwosu', title: 'Designated officer', role: 'designated-officer', apart: true },
  ],
}

const AGENCIES: readonly MadeUpAgency[] = [
  COUNCIL,
  {
    name: 'Vale Health Trust',
    kind: 'health',
    team: 'The Junction, sexual-health clinic',
    staff: [
      { name: 'Fiona Maclean', title: 'Sexual-health nurse', role: 'health-professional' },
      { name: 'Anil Deshmukh', title: 'Doctor at the clinic', role: 'health-professional' },
      { name: 'Beverley Stones', title: 'Named nurse', role: 'health-professional' },
    ],
  },
  {
    name: 'Marlbury Girls’ School',
    kind: 'school',
    team: 'Safeguarding',
    staff: [{ name: 'Sadia Rehman', title: 'Designated safeguarding lead', role: 'front-line-worker' }],
  },
  {
    name: 'Castle Mead School',
    kind: 'school',
    team: 'Safeguarding',
    staff: [{ name: 'Peter Lockwood', title: 'Head of year', role: 'front-line-worker' }],
  },
  {
    name: 'Riverside Learning Centre',
    kind: 'school',
    team: 'Alternative provision',
    staff: [{ name: 'Tamsin Grove', title: 'Centre manager', role: 'front-line-worker' }],
  },
  {
    name: 'Beacon Street Outreach',
    kind: 'voluntary',
    team: 'Outreach',
    staff: [
      { name: 'Delroy Simmonds', title: 'Youth worker', role: 'front-line-worker' },
      { name: 'Kirsty Moffat', title: 'Youth worker', role: 'front-line-worker' },
    ],
  },
]

export const MARLBURY: MadeUpPartnership & { readonly made: readonly MadeUpAgency[] } = {
  name: 'Marlbury',
  lead: COUNCIL.name,
  made: AGENCIES,
  // One force for both.
  agencies: [...AGENCIES.map(agency => agency.name), 'Wexcombe Police'],
  areas: ['Marlbury'],
  receivedBy: { Marlbury: { night: MARLBURY_NIGHT } },
  phones: ['01632 960011', '01632 960012'],
}
