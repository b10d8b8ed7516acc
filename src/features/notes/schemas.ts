import { z } from 'zod'

export const kindWords = {
  visit: 'Visit',
  call: 'Call',
  message: 'Message',
  meeting: 'Meeting',
  other: 'Something else',
} as const

export const NoteTyped = z.object({
  kind: z.enum(['visit', 'call', 'message', 'meeting', 'other'], 'Choose what it was'),
  'minutes-ago': z.coerce
    .number('Choose when it was')
    .int()
    .min(0)
    .max(7 * 24 * 60, 'Choose when it was'),
  words: z
    .string({ error: 'Enter what happened' })
    .trim()
    .min(1, 'Enter what happened')
    .max(20_000, 'Enter 20,000 characters or fewer'),
})
export type NoteTyped = z.output<typeof NoteTyped>
