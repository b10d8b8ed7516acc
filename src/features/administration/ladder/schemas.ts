import { z } from 'zod'

export const MOST_STEPS = 6

const who = z.string().trim().max(200, 'Enter 200 characters or fewer').optional().default('')
const days = z
  .string()
  .trim()
  .regex(/^(?:[0-9]|[12][0-9]|30)?$/, 'Enter how many working days, from 0 to 30')
  .optional()
  .default('')
const answers = z.enum(['decide-concern', 'supervise']).optional().catch('supervise')

const each = <T extends z.ZodType>(name: string, type: T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: MOST_STEPS }, (_, n) => [`${name}-${n + 1}`, type]))

export const LadderTyped = z.intersection(
  z.object({
    source: z.string().trim().max(200, 'Enter 200 characters or fewer').optional().default(''),
    status: z.enum(['confirmed', 'to be confirmed'], 'Choose whether this is confirmed'),
  }),
  z.object({ ...each('who', who), ...each('days', days), ...each('answers', answers) }),
)
export type LadderTyped = z.output<typeof LadderTyped> & Record<string, string | undefined>
