/** The walls inside an agency: a role covers some of these, an agreement opens some of these (DESIGN 5). */
export const CATEGORIES = [
  'identity',
  'concern',
  'welfare',
  'health',
  'sexual-health',
  'education',
  'voice',
  'therapy',
  'family-court',
  'legal-advice',
  'intelligence',
  'investigation',
  'prosecution',
  'research',
] as const

export type Category = (typeof CATEGORIES)[number]

export const categoryWords: Readonly<Record<Category, string>> = {
  identity: 'Who someone is',
  concern: 'Concerns and what was decided',
  welfare: 'Visits, calls, plans and support',
  health: 'Health',
  'sexual-health': 'Sexual health',
  education: 'Education',
  voice: 'The child’s own words',
  therapy: 'Therapy',
  'family-court': 'Family court',
  'legal-advice': 'Legal advice',
  intelligence: 'Intelligence',
  investigation: 'Investigation',
  prosecution: 'Prosecution',
  research: 'Research',
}
