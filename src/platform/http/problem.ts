import { z } from 'zod'
import type { Fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'

/** What the API answers when it cannot do what was asked: problem details (RFC 9457), with one field of our own. */
export const Problem = z.object({
  type: z.string().meta({ format: 'uri-reference' }),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  errors: z
    .array(z.object({ field: z.string(), says: z.string() }))
    .optional()
    .meta({ description: 'What is wrong, by field. An empty field name is the whole of what was sent.' }),
})

export function problemOf(known: Fault, error: unknown): z.infer<typeof Problem> {
  const { code, title, status, whatToDo: detail } = known
  const problem = { type: `/problems/${code}`, title, status, detail }
  if (!(error instanceof Refusal)) return problem
  return { ...problem, errors: Object.entries(error.errors).map(([field, says]) => ({ field, says })) }
}
