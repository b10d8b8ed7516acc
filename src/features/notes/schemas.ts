import { z } from 'zod'
import { WHEN_SAID } from './when.ts'
import { CONTACTS } from './words.ts'

/** A note as it comes from its form, whose fields have the names of what they tell. */
export const NoteTyped = z.object({
  kind: z.enum(['visit', 'call', 'message', 'meeting', 'other'], 'Choose what it was'),
  contact: z
    .union([z.literal(''), z.enum(CONTACTS)])
    .optional()
    .default(''),
  when: z.enum(WHEN_SAID, 'Choose when it was'),
  words: z
    .string({ error: 'Enter what happened' })
    .trim()
    .min(1, 'Enter what happened')
    .max(20_000, 'Enter 20,000 characters or fewer'),
})
