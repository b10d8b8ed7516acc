import { z } from 'zod'
import { LONGEST_NAME, SAYS_SOMETHING } from '#features/standard/public.ts'
import { ABSENCES } from '#vocabulary/absence.ts'

const Code = z.string().regex(/^[a-z][a-z-]{0,59}$/)
const Value = z.union([
  z.string(),
  z.array(z.string()).max(100),
  z.record(z.string().max(60), z.union([z.string(), z.boolean()])),
])
/** A value or the reason why there is none, never both and never neither. */
const Answer = z.union([z.strictObject({ value: Value }), z.strictObject({ absence: z.enum(ABSENCES) })])
const Answers = z.record(Code, Answer)

const Line = z
  .string()
  .max(LONGEST_NAME)
  .regex(new RegExp(SAYS_SOMETHING, 'u'), 'Enter a text that is not blank')

/** A concern as another system sends it. Which questions there are, and what each may hold, the schema of its face says. */
export const ConcernSent = z.strictObject({
  template: z.int().meta({ description: 'The version of the template, as its schema says.' }),
  face: Code.meta({ description: 'Who noticed: referrer or practitioner.' }),
  sentBy: z
    .strictObject({ name: Line, role: Line })
    .meta({ description: 'The worker whose concern it is. The system is named beside them.' }),
  answers: Answers.meta({ description: 'By question, what is asked of the whole concern.' }),
  parts: z
    .record(Code, z.array(Answers).max(40))
    .meta({ description: 'By kind (child, adult, person), the answers about each of them.' }),
})
export type ConcernSent = z.infer<typeof ConcernSent>

export const Receipt = z.object({
  id: z.uuid(),
  reference: z.string(),
  sentAt: z.iso.datetime(),
  decideBy: z.iso.datetime().meta({ description: 'By when the receiving team decides what happens next.' }),
  status: z.string().meta({ format: 'uri-reference', description: 'Where it can be asked how it stands.' }),
})
