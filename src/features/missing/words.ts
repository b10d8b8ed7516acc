import { sayMoment } from '#vocabulary/dates/words.ts'

const namedOnly = (isProtected: boolean): string =>
  isProtected
    ? 'This child’s identity is protected: the record is for named people only.'
    : 'This child’s record is for named people only.'

const nobodyElse = (police: boolean, what: string): string =>
  police
    ? `nobody else sees ${what}. Ring those who have to know.`
    : `neither the police nor anyone else sees ${what}. Ring the police, and say what they need to know.`

const sayList = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter(Boolean).join(' and ')

export const words = {
  none: 'There is no child here that you can see. This does not mean that no child is missing. Other services may be looking for a child and may not be able to say so here.',
  order: 'Those at high risk first, then those not graded yet, then the others; longest unseen first.',
  // The police do not ring themselves.
  ringFirst: (police: boolean): string =>
    police
      ? 'What is written here calls nobody and sends nobody. Ring children’s services too:'
      : 'What is written here calls nobody. If a child is in danger now, ring 999. Otherwise ring the police on 101, and for children’s services:',
  nobodyYet: 'Nobody yet',
  noLook: 'No time yet. It runs when someone of your agency is on it',
  notSaid: 'Not said yet',
  ageNotKnown: 'age not known',
  aged: (age: string): string => (/^\d+$/.test(age) ? `aged ${age}` : age.replace(/^(?=\d)/, 'aged ')),
  lastSeen: (at: Date, exact: boolean): string => `${exact ? '' : 'About '}${sayMoment(at)}`,
  notReached: 'Nobody at the police could be reached',
  notTold: 'The police are not told',
  noReference: 'no reference given',

  openAlready: 'is missing here already:',
  sameOrAnother: 'If it is the same child, go there and write what you know. If it is another child, go on.',

  onePlace:
    'Ring first. Then write down here what you told them, so that everyone who looks for the child reads the same.',
  ring101: 'If nobody is in danger now, ring the police on 101.',
  goesTo: (others: readonly string[]): string =>
    others.length > 0
      ? `What you write is seen at once by your agency and ${sayList(others)}, and by nobody else. It ends for the other when the child is found.`
      : 'What you write is seen by your agency alone: here nobody else looks for missing children of this area. Ring those who have to know.',
  goesToIn: (area: string, others: readonly string[]): string =>
    others.length > 0
      ? `${area}: what you write is seen at once by your agency and ${sayList(others)}, and by nobody else.`
      : `${area}: what you write is seen by your agency alone. Ring those who have to know.`,
  alone: (isProtected: boolean, police: boolean): string =>
    `${namedOnly(isProtected)} What you write is for the same people: ${nobodyElse(police, 'it here')}`,
  aloneNow: (isProtected: boolean, police: boolean): string =>
    `${namedOnly(isProtected)} It is for the same people: ${nobodyElse(police, 'this page')}`,
  staysOpen: {
    missing: (reference: string): string => `This child is missing now: ${reference}.`,
    to: (others: readonly string[]): string =>
      `${sayList(others)} see that page already, and go on seeing it until the child is found: a missing child has to be found. Ring them, and say that the identity is protected.`,
  },
  stepOutside:
    'Say so if you know the child, the family or anyone named in it from outside work, or if it may be about you. From then on you cannot open this, and it stands in none of your lists. You cannot take this back yourself. If nobody else is on it, tell your supervisor.',
  isOutside: 'You are outside that from now on',
  onlyOne:
    'Nobody else who looks for missing children may know of this child. Tell your supervisor first that you are too near to it.',
  writing:
    'Write what was seen, heard or told. Say which is fact and which is your view. The child, their family and a court may read this one day.',
  taken: (reference: string): string => `Name, age and area are as concern ${reference} says.`,
  takenFromRecord: 'Name and date of birth are as the record says.',
  sealedConcern:
    'This concern is for named people only. What it says would be seen by others if the child were opened as missing from here. Open the child as missing without the concern.',
  notYours:
    'Your agency neither looks for missing children as the police do nor receives concerns for an area. Ring the police, and record a concern.',

  sayCalled: 'Enter the name they are known by, or ‘Name not known’',
  sayAgeOrWhy: 'Enter a date of birth or about how old they are, or tick that nobody knows',
  ageEither: 'Enter a date of birth or an age, or tick that nobody knows: one of the three',
  wholeAge: 'Enter an age in whole years, from 0 to 17',
  notAChild:
    'By this date they are 18 or over. This list is for children. Tell the police about a missing adult as you usually do.',
  sayLooks: 'Enter what they look like and what they wear',
  sayWhere: 'Enter where they were last seen',
  sayToldBy: 'Enter who told you',
  sayWorry: 'Enter why you are worried',
  chooseArea: 'Choose the area that the child lives in',
  chooseDay: 'Choose which day',
  sayTime: 'Enter a time, such as 16:30 or 4.30pm',
  notInFuture: 'Enter a time that has been',
  chooseOne: 'Choose one of these',
  choosePolice: 'Choose whether you have rung the police',
  choosePoliceReference: 'Choose whether it has a reference',
  sayPoliceTold: 'Enter whom you spoke to, and when',
  sayReference: 'Enter the reference',
  sayPoliceWhyNot: 'Enter why not',
  chooseGrade: 'Choose a grade',
  chooseWord: 'Choose what children’s services call it',
  sayWhy: 'Enter why',
  sayDone: 'Enter what was done, or that there was nothing new',
  chooseKind: 'Choose whether it was seen, heard or done',
  sayEntry: 'Enter what was seen, heard or done',
  sayFoundWhere: 'Enter where they were found',
  sayFoundBy: 'Enter who found them, or to whom they came back',
  sayHow: 'Enter how the child is',
  sayMistake: 'Enter why it was opened by mistake',
  policeGrade:
    'The police grade it. Ring them if you do not agree with the grade, or say here what you know.',
  councilSays:
    'What children’s services call it is theirs to say. Ring them if you do not agree with it, or say here what you know.',
  bothStand:
    'The police’s grade and the word of children’s services are each their own. Where they differ, both stand.',
  alreadyEnded: (name: string, when: string): string =>
    `${name} ended this on ${when}. What you typed is kept; nothing has been saved.`,
  foundBeforeSeen: 'Enter a time after the child was last seen',

  returnInterview:
    'A return interview is offered to every child within 72 hours of being found, by someone independent of those who look after them. Who offers it is agreed between police and children’s services: ring them.',
  foundNotice: 'The child is found. A return interview is offered within 72 hours, by someone independent',
  mistakeNotice: 'It is ended as opened by mistake',
  opened: (reference: string): string =>
    `A child is missing: ${reference}. Nobody of your agency is on it yet.`,
  foundTold:
    'A child for whom your agency was looking is found. A return interview is offered within 72 hours, by someone independent. Whoever opened it can tell you more.',
  mistakeTold: 'A child for whom your agency was looking was opened by mistake, and is not missing.',
  missingNow: (called: string): string => `Missing now: ${called}`,
  noEpisode: 'No missing episode that you can see is joined to this record.',
  notForRole: 'Your role does not include who is missing now.',
  kinds: {
    graded: 'Graded by the police',
    worded: 'Word of children’s services',
    'on-it': 'On it',
    police: 'Report to the police',
    looked: 'Looked at again',
    seen: 'Seen',
    heard: 'Heard',
    done: 'Done',
  },
  statuses: { missing: 'Missing now', found: 'Found', 'opened-by-mistake': 'Opened by mistake' },
} as const
