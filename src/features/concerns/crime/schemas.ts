import { z } from 'zod'
import { words } from '../words.ts'

const line = (most: number) =>
  z.string().trim().max(most, `Enter ${most} characters or fewer`).optional().default('')

export const CrimeTyped = z
  .object({
    recorded: z.enum(['yes', 'no'], words.chooseRecorded),
    reference: line(100),
    whyNot: line(1_000),
    byWhom: z
      .string({ error: words.sayByWhom })
      .trim()
      .min(1, words.sayByWhom)
      .max(200, 'Enter 200 characters or fewer'),
  })
  .superRefine((typed, check) => {
    const wants = typed.recorded === 'yes' ? 'reference' : 'whyNot'
    if (typed[wants] === '')
      check.addIssue({
        code: 'custom',
        path: [wants],
        message: wants === 'reference' ? words.giveCrimeReference : words.sayWhyNotRecorded,
      })
  })
