export const AGENCY_KINDS = ['police', 'local-authority', 'health', 'school', 'voluntary', 'other'] as const

export type AgencyKind = (typeof AGENCY_KINDS)[number]

export const agencyKindWords: Readonly<Record<AgencyKind, string>> = {
  police: 'Police',
  'local-authority': 'Local authority',
  health: 'Health',
  school: 'School or college',
  voluntary: 'Voluntary service',
  other: 'Other agency',
}
