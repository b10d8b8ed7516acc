import type { Absence } from '#vocabulary/absence.ts'

/** The parts of a plan, in the order in which someone reads it who has one minute (practice (d) 3). */
export const PARTS = [
  {
    name: 'riskier',
    label: 'What makes it riskier',
    hint: 'Days, places, people, moods: what has come before',
  },
  { name: 'signs', label: 'Signs to act on', hint: 'What to look out for, and what to do then' },
  { name: 'goesTo', label: 'Where they go, and who to', hint: 'When they are not where they should be' },
  { name: 'works', label: 'What works', hint: 'What helps them to come back, calm down or talk' },
  { name: 'childSays', label: 'In the child’s own words', hint: 'What they want to happen, as they said it' },
  {
    name: 'agreedBy',
    label: 'Agreed by',
    hint: 'Names, and who they are. Say too if the child did not agree',
  },
] as const

export type PartName = (typeof PARTS)[number]['name']

export const WHY_NOT: readonly Absence[] = ['not-known', 'not-asked', 'declined', 'not-yet-obtained']

/** So much as stays on one page of paper, however it was typed. */
export const MOST_CHARACTERS = 300
export const MOST_LINES = 5
