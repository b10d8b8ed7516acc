import { z } from 'zod'
import { code, given, givenLine, line, text, whenFields } from '../schemas.ts'
import { words } from '../words.ts'

/** A child who is missing now, as whoever opens it types it. What a concern or a record says already is not asked again. */
export const OpenTyped = z.object({
  called: givenLine(words.sayCalled),
  'born-day': line,
  'born-month': line,
  'born-year': line,
  age: line,
  'age-not-known': z.string().max(10).optional().default(''),
  looks: given(words.sayLooks),
  ...whenFields('seen'),
  'seen-about': z.string().max(10).optional().default(''),
  where: givenLine(words.sayWhere),
  'told-by': givenLine(words.sayToldBy),
  worry: given(words.sayWorry),
  area: z.string().max(60, words.chooseArea).optional().default(''),
  police: z
    .union([z.literal(''), z.enum(['told', 'not-reached', 'not-told'])])
    .optional()
    .default(''),
  'police-told': line,
  'police-reference': line,
  'police-why-not': text,
  grade: code,
  'grade-why': text,
  word: code,
})
export type OpenTyped = z.output<typeof OpenTyped>

export const PoliceTyped = OpenTyped.pick({
  police: true,
  'police-told': true,
  'police-reference': true,
  'police-why-not': true,
})
export type PoliceTyped = z.output<typeof PoliceTyped>
