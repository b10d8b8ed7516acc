import type { WhenSaid } from './when.ts'

export const kindWords = {
  visit: 'Visit',
  call: 'Call',
  message: 'Message',
  meeting: 'Meeting',
  other: 'Something else',
} as const
export type NoteKind = keyof typeof kindWords

export const whenWords: Readonly<Record<WhenSaid, string>> = {
  'just-now': 'Just now',
  'last-hours': 'In the last hour or two',
  'earlier-today': 'Earlier today',
  yesterday: 'Yesterday',
  'last-few-days': 'In the last few days',
}
