import { z } from 'zod'
import { words } from '../words.ts'
import { ACTIONS } from './service.ts'

export const AllegationTyped = z.object({
  action: z.enum(ACTIONS, words.chooseAction),
  reasons: z
    .string({ error: words.sayWhatAndWhy })
    .trim()
    .min(1, words.sayWhatAndWhy)
    .max(10_000, 'Enter 10,000 characters or fewer'),
})
