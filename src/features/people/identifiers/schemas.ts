import { z } from 'zod'
import { IDENTIFIER_KINDS } from '#vocabulary/ids/identifiers.ts'
import { InUseTyped } from '../in-use/schemas.ts'
import { line } from '../record/schemas.ts'

export const IdentifierTyped = InUseTyped.extend({
  kind: z.enum(IDENTIFIER_KINDS, 'Choose what kind of number it is'),
  value: line,
})
export type IdentifierTyped = z.output<typeof IdentifierTyped>
