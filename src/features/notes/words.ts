import type { WhenSaid } from './when.ts'

export const kindWords = {
  visit: 'Visit',
  call: 'Call',
  message: 'Message',
  meeting: 'Meeting',
  other: 'Something else',
} as const
export type NoteKind = keyof typeof kindWords

/** Of a call or a message: whether it was safe to make contact (practice B2). */
export const contactWords = {
  'as-recorded': 'Yes, in the safe way that is recorded above',
  'checked-first': 'Yes, I checked first who else could hear or see it',
  'they-made-it': 'They, or someone else, got in touch with me',
  'could-not-wait': 'It could not wait',
  'not-made': 'It was not safe, so I did not ring or write',
} as const
export type Contact = keyof typeof contactWords
export const CONTACTS = [
  'as-recorded',
  'checked-first',
  'they-made-it',
  'could-not-wait',
  'not-made',
] as const satisfies readonly Contact[]

/** The same on the chronology, where the question does not stand before it. */
export const contactSaid: Readonly<Record<Contact, string>> = {
  'as-recorded': 'Made in the safe way that is recorded.',
  'checked-first': 'Checked first who else could hear or see it.',
  'they-made-it': 'They, or someone else, got in touch.',
  'could-not-wait': 'It could not wait.',
  'not-made': 'Contact was not made, because it was not safe.',
}

/** The kinds of note at which someone rings or writes. */
export const REACHING_OUT: readonly NoteKind[] = ['call', 'message']

export const words = {
  sayWhetherSafe: 'Choose whether it was safe to make contact',
  noSafeWay: 'No safe way is recorded. Choose another answer, and record one when you have asked',
} as const

export const whenWords: Readonly<Record<WhenSaid, string>> = {
  'just-now': 'Just now',
  'last-hours': 'In the last hour or two',
  'earlier-today': 'Earlier today',
  yesterday: 'Yesterday',
  'last-few-days': 'In the last few days',
}
