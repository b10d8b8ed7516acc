import { z } from 'zod'
import { InUseTyped } from '../in-use/schemas.ts'
import { line } from '../record/schemas.ts'

export const OtherNameTyped = InUseTyped.extend({
  kind: z.enum(['nickname', 'other-name'], 'Choose what kind of name it is'),
  given: line,
  family: line,
})
export type OtherNameTyped = z.output<typeof OtherNameTyped>
