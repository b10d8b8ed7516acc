import { z } from 'zod'
import { PoliceTyped } from '../open/schemas.ts'
import { code, given, givenLine, whenFields } from '../schemas.ts'
import { words } from '../words.ts'

export const GradeTyped = z.object({ grade: code, why: given(words.sayWhy) })
export const WordTyped = z.object({ word: code, why: given(words.sayWhy) })
export const LookTyped = z.object({ says: given(words.sayDone) })
export const EntryTyped = z.object({
  kind: z.enum(['seen', 'heard', 'done'], words.chooseKind),
  says: given(words.sayEntry),
})
export const ReportTyped = PoliceTyped
export const FoundTyped = z.object({
  ...whenFields('found'),
  where: givenLine(words.sayFoundWhere),
  by: givenLine(words.sayFoundBy),
  how: given(words.sayHow),
})
export type FoundTyped = z.output<typeof FoundTyped>
export const MistakeTyped = z.object({ why: given(words.sayMistake) })
