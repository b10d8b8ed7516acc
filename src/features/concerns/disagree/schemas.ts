import { z } from 'zod'
import { why } from '../schemas.ts'
import { words } from '../words.ts'
import { OUTCOMES } from './standing.ts'

export const ABOUT = ['decision', 'no-decision', 'handling'] as const

export const DisagreementTyped = z.object({
  about: z.enum(ABOUT, words.chooseAbout),
  says: why(words.sayDisagreement, 5_000),
})

export const AnswerTyped = z.object({
  outcome: z.enum(OUTCOMES, words.chooseAnswer),
  says: why(words.sayAnswer, 5_000),
})
