import { z } from 'zod'
import { line } from '../record/schemas.ts'

/** Since when and until when, as typed: both may be left blank. */
export const InUseTyped = z.object({
  'from-day': line,
  'from-month': line,
  'from-year': line,
  'until-day': line,
  'until-month': line,
  'until-year': line,
})
export type InUseTyped = z.output<typeof InUseTyped>

export const EndTyped = z.object({
  why: z.enum(['no-longer-used', 'recorded-by-mistake'], 'Choose why you are ending it'),
  'until-day': line,
  'until-month': line,
  'until-year': line,
})
export type EndTyped = z.output<typeof EndTyped>
