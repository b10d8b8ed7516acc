// What is expected of each role, written down a second time: the table `role_deed` is what is under test.

export const EVERY_ROLE = [
  'front-line-worker',
  'duty-worker',
  'supervisor',
  'allocated-worker',
  'health-professional',
  'therapist',
  'detective',
  'intelligence-analyst',
  'records-officer',
  'administrator',
  'designated-officer',
  'professional-standards',
  'control-room',
] as const

export const KEEPERS = [
  'front-line-worker',
  'duty-worker',
  'supervisor',
  'allocated-worker',
  'health-professional',
  'detective',
  'designated-officer',
]
export const RECORDERS = [...KEEPERS, 'therapist']
export const DECIDERS = ['duty-worker', 'supervisor', 'designated-officer']
export const ASKERS = [...DECIDERS, 'detective', 'intelligence-analyst']
export const HOLDERS = ['designated-officer', 'professional-standards']
/** Those who look for missing children. */
export const LOOKERS = ['duty-worker', 'supervisor', 'allocated-worker', 'detective', 'control-room']
export const SUPERVISORS = ['supervisor']
export const RECORDS_OFFICERS = ['records-officer']
export const ADMINISTRATORS = ['administrator']
export const AGREERS = ['administrator', 'records-officer', 'supervisor']

/** Held by accounts that nobody signs in to. */
export const SYSTEMS = ['agency-system']
