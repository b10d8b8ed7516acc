import { z } from 'zod'
import { absence, line, text } from '../record/schemas.ts'

export const SafeContactTyped = z.object({
  way: text,
  'way-absence': absence,
  'words-to-use': text,
  'do-not': text,
  'not-to-be-told': text,
  interpreter: line,
})
export type SafeContactTyped = z.output<typeof SafeContactTyped>
