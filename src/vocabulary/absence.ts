/** Why there is no answer. Each is a fact of its own; a blank is none of these and is chased (DESIGN 2.2). */
export const ABSENCES = [
  'not-asked',
  'declined',
  'not-known',
  'not-yet-obtained',
  'not-recorded-by-sender',
  'not-applicable',
] as const

export type Absence = (typeof ABSENCES)[number]

export const absenceWords: Readonly<Record<Absence, string>> = {
  'not-asked': 'Not asked',
  declined: 'Asked and declined',
  'not-known': 'Not known',
  'not-yet-obtained': 'Not yet obtained',
  'not-recorded-by-sender': 'Not recorded by the sender',
  'not-applicable': 'Does not apply',
}

export const isAbsence = (text: string): text is Absence => ABSENCES.some(absence => absence === text)
