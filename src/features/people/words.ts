import { absenceWords, isAbsence } from '#vocabulary/absence.ts'
import type { IdentifierKind } from '#vocabulary/ids/identifiers.ts'

export const words = {
  // F2: "no record you can see" never reads as "not known".
  noRecordYouCanSee:
    'There is no record here that you can see. This does not mean no one knows this child. Other services may know them and may not be able to say so here. If you are worried, record your concern.',
  likeliest: (most: number) =>
    `These are the ${most} likeliest records. There may be more: add a date of birth, or both names in full, and search again.`,
  safeContactNotKnown:
    'Nobody has recorded a safe way to make contact. Do not ring, write or send a message until someone has asked.',
  /** Nothing stands between a child in danger and help. */
  whenItCannotWait: 'If a child is in danger now, do what is needed first.',
  /** An answer, or in words why there is none. */
  orWhy: (value: string | null, absence: string | null): string =>
    value ?? absenceWords[absence !== null && isAbsence(absence) ? absence : 'not-known'],
  correctedMeanwhile: (name: string, when: string): string =>
    `${name} corrected this record on ${when}, while you had it open. What it says now is shown below, and what you typed is kept. Check it and save again, or go back.`,
  openAgain: 'This form is out of date. What you typed is kept. Check it and save again, or go back.',
  safeContactMeanwhile: (name: string, when: string): string =>
    `${name} saved a safe contact on ${when}, while you had this form open. What it says now is shown below, and what you typed is kept. Check it and save again, or go back.`,
  nothingCorrected: 'What you typed is what the record says already. Change something, or go back.',
  otherNameKinds: { nickname: 'Nickname', 'other-name': 'Another name' },
  identifierKinds: {
    'nhs-number': 'NHS number',
    upn: 'Unique pupil number (UPN)',
    'local-case-reference': 'Local case reference',
  } satisfies Record<IdentifierKind, string>,
  endedWhy: {
    'no-longer-used': 'It is no longer used',
    'recorded-by-mistake': 'It was recorded by mistake',
  },
  nameNotKnown: 'Name not known',
  someoneAround: (called: string): string => `Around the child: ${called}`,
  notAllOfIt:
    'You see what was opened to you. There may be more that you cannot see: ask the agency whose record it is before you make contact.',
  nobodyAround: 'Nobody around the child is recorded yet.',
  notAnsweredYet: 'Not answered yet',
  /** Practice B16: nobody is told before it is known whether they can be. */
  beforeTelling:
    'Some adults help to keep a child safe, and some are the risk. Until you know, answer ‘Not yet known’ and tell them nothing.',
  sayWhyEnded: 'Enter why they are no longer around the child',
  saidBy: (fromConcern: boolean, name: string, when: string): string =>
    fromConcern ? `From a concern, taken onto the record by ${name}, ${when}` : `${name}, ${when}`,
  familyMeanwhile: (name: string, when: string): string =>
    `${name} saved answers on ${when}, while you had this form open. What it says now is shown below, and what you typed is kept. Check it and save again, or go back.`,
  protectedTo: (people: number): string =>
    people === 1 ? 'You alone can see this record.' : `Named people only: ${people} can see this record.`,
  protectingMeans:
    'From now on you and your agency’s supervisors can see this record, and nobody else: it is in no search, no list and no suggestion of anyone’s, and nobody is told that there is one. It is not compared with other records. A concern that names the child stays as it is.',
  liftingMeans:
    'From now on everyone in your agency who keeps records of people can find and see this record again.',
  sayWhyProtected: 'Say why',
  protectionSaid: (isProtected: boolean): string =>
    isProtected ? 'This identity is protected already.' : 'This identity is not protected.',
  alreadyEnded: (name: string, when: string): string => `${name} already ended this on ${when}.`,
} as const
