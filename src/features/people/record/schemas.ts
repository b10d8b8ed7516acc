import { z } from 'zod'
import { ABSENCES } from '#vocabulary/absence.ts'

const LINE = 'Enter 200 characters or fewer'

export const line = z.string().trim().max(200, LINE).optional().default('')
export const text = z.string().trim().max(2000, 'Enter 2,000 characters or fewer').optional().default('')
export const absence = z
  .union([z.literal(''), z.enum(ABSENCES)])
  .optional()
  .default('')

/** Who someone is, as typed: each answer or the reason why there is none. */
export const PersonTyped = z.object({
  given: line,
  'given-absence': absence,
  family: line,
  'family-absence': absence,
  'known-as': line,
  'born-day': line,
  'born-month': line,
  'born-year': line,
  'born-absence': absence,
  sex: z
    .union([z.literal(''), z.enum(['F', 'M', 'U'])])
    .optional()
    .default(''),
  'sex-absence': absence,
})
export type PersonTyped = z.output<typeof PersonTyped>

export const NewPersonTyped = PersonTyped.extend({
  /** Set when the person has looked at the likely records and none is this one. */
  'none-of-these': z.string().optional(),
})
export type NewPersonTyped = z.output<typeof NewPersonTyped>
