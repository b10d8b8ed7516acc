import { z } from 'zod'
import { ABSENCES } from '#vocabulary/absence.ts'
import { MOST_CHARACTERS, MOST_LINES, type PartName } from './questions.ts'
import { words } from './words.ts'

const part = z
  .string()
  .trim()
  .transform(text => text.replaceAll(/\r\n?/g, '\n'))
  .refine(text => text.length <= MOST_CHARACTERS, words.tooLong)
  .refine(text => text.split('\n').length <= MOST_LINES, words.tooManyLines)
  .optional()
  .default('')
const why = z
  .union([z.literal(''), z.enum(ABSENCES)])
  .optional()
  .default('')
const box = z.string().trim().max(10, 'Enter a day, a month and a year in numbers').optional().default('')

type Fields = Record<PartName, typeof part> & Record<`${PartName}-absence`, typeof why>

const parts: Fields = {
  riskier: part,
  'riskier-absence': why,
  signs: part,
  'signs-absence': why,
  goesTo: part,
  'goesTo-absence': why,
  works: part,
  'works-absence': why,
  childSays: part,
  'childSays-absence': why,
  agreedBy: part,
  'agreedBy-absence': why,
}

/** A plan as it comes from its form. */
export const PlanTyped = z.object({
  ...parts,
  ringTonight: part,
  'review-day': box,
  'review-month': box,
  'review-year': box,
  version: z.string(words.openAgain).max(100, words.openAgain),
})
export type PlanTyped = z.output<typeof PlanTyped>

export const EndTyped = z.object({
  why: z
    .string({ error: words.sayWhyEnded })
    .trim()
    .min(1, words.sayWhyEnded)
    .max(500, 'Enter 500 characters or fewer'),
})
