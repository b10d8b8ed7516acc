import { z } from 'zod'
import { PersonTyped } from '../record/schemas.ts'

export const CorrectionTyped = PersonTyped.extend({
  reason: z
    .string('Say why you are correcting the record')
    .trim()
    .min(1, 'Say why you are correcting the record')
    .max(2000, 'Enter 2,000 characters or fewer'),
  /** The state of the record that the person had before them when they began. */
  version: z.string().max(100),
})
export type CorrectionTyped = z.output<typeof CorrectionTyped>
