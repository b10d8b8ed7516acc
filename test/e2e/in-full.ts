import type { Answer, PageOfForm, Said } from './typist.ts'

/** Two concerns as someone would record them who does it for the first time: what is on each page, and what they answer. */

const type = (text: string): Answer => ({ type: text })
const choose = (...choices: string[]): Answer => ({ choose: choices })
const pick = (choice: string): Answer => ({ pick: choice })
const NOT_KNOWN: Answer = { whyNot: 'Not known' }
const NOT_FOR_US: Answer = { whyNot: 'Does not apply' }
const NEXT = 'Save and continue'

const DANGER: PageOfForm = {
  heading: 'Danger now',
  said: [['Is a child in danger now?', choose('No')]],
  press: NEXT,
}
const AREA: PageOfForm = {
  heading: 'Where the child lives',
  said: [
    ['Which area does the child live in?', choose('Wexcombe North')],
    ['How do you know about this?', choose('I work with the child')],
  ],
  press: NEXT,
}

interface Someone {
  readonly given: string
  readonly family: string
  readonly year: string
  readonly sex: string
}
const asked = (child: Someone): Said => [
  ['What is the child’s name?', { parts: { 'Given names': child.given, 'Family name': child.family } }],
  ['When were they born?', { parts: { Year: child.year } }],
  ['What is their sex?', choose(child.sex)],
  ['What is their ethnic group?', pick('Not known')],
]

/** A teacher, on a phone: every question of the referrer's face. */
export const TEACHER: readonly PageOfForm[] = [
  DANGER,
  AREA,
  {
    heading: 'The child',
    said: [
      ...asked({ given: 'Robin', family: 'Hale', year: '2012', sex: 'Male' }),
      ['Where do they live or stay?', type('With his mother, 14 Mill Rise')],
      ['Which school or college do they go to?', type('Hillside Academy, year 9')],
      ['How can the child be reached safely?', type('Through me at school. Not on his phone.')],
    ],
    press: NEXT,
  },
  {
    heading: 'What you saw, heard or were told',
    said: [
      [
        'What did you see, hear or get told?',
        type(
          'Fact: Robin has missed registration on four Mondays. On Monday at 3.20pm he got into a grey car at the gate; the driver, a man of about 25, had waited since 3pm. He has a new phone and says a friend bought it. My view: he is worried about this man.',
        ),
      ],
      ['When did it happen?', { parts: { Day: '23', Month: '11', Year: '2026' } }],
      ['Where did it happen?', type('Hillside Academy, main gate')],
      ['What kind of place was it?', choose('A street, park or other public place')],
      [
        'What have you noticed?',
        choose(
          'Money, phones or other things that nobody can explain',
          'New or older company, or unknown vehicles',
          'Absent from or losing touch with school',
        ),
      ],
      ['Has the child said anything?', choose('The child told me without being asked')],
      ['What did the child say, in their own words?', type('He said: he gets cross if I do not come.')],
      ['Which vehicles?', type('Grey hatchback, plate ends KLM')],
      ['Which phone numbers?', NOT_KNOWN],
      ['Which online names?', NOT_KNOWN],
      ['Is there an image or video of the child?', choose('Not known')],
    ],
    press: NEXT,
  },
  {
    heading: 'Other people in this concern',
    said: [['Is anyone else part of this?', choose('Yes')]],
    press: NEXT,
  },
  {
    heading: 'Other people in this concern',
    said: [
      ['What is their name?', NOT_KNOWN],
      ['Which nicknames do they use?', type('Dex')],
      ['What do they look like?', type('About 25, tall, short fair hair, grey coat')],
      ['How old were they at the time?', choose('18 or over')],
      ['How do they know the child?', type('Robin calls him a friend')],
      ['What was their part in it?', choose('They may have harmed the child')],
      ['How do you know that they are part of this?', choose('I saw them')],
      ['Do they work or volunteer with children, or for one of these agencies?', choose('Not known')],
    ],
    press: NEXT,
  },
  {
    heading: 'What has been done',
    said: [
      ['May a crime have been committed?', choose('Not known')],
      ['What have you done so far?', type('Told our safeguarding lead at 4pm. Kept the gate record.')],
      ['Who have you told?', choose('My manager or safeguarding lead')],
      ['Do the child and their family know that you are telling us?', choose('Neither knows')],
      ['Which number can we ring you on, and when?', type('01632 960114, after 3.30pm')],
      ['Does your name have to be kept from the family?', choose('No')],
    ],
    press: NEXT,
  },
]

const inFull = (child: Someone, words: { school: string; names: Answer }, press: string): PageOfForm => ({
  heading: 'The child',
  said: [
    ...asked(child),
    ['Which other names or nicknames do they use?', words.names],
    ['Which language do they speak best?', type('English')],
    ['Do they need an interpreter?', choose('No')],
    ['What helps them to understand and be understood?', NOT_FOR_US],
    ['Do they have a disability?', choose('Not asked')],
    ['Where do they live or stay?', type('8 Canal Row, with their mother')],
    ['Which school or college do they go to?', type(words.school)],
    ['Which numbers do you know them by?', NOT_KNOWN],
    ['How can the child be reached safely?', type('Through the school nurse. Never by text.')],
  ],
  press,
})

const home = (plan: string): PageOfForm => ({
  heading: 'The child’s home',
  said: [
    ['Who does the child live with?', choose('One parent')],
    ['What is their legal status?', choose('None')],
    ['Which brothers, sisters and other children live there?', type('A brother, 6')],
    ['Which plan is the child on?', choose(plan)],
    ['Who works with the child?', type('School nurse, 01632 960222')],
  ],
  press: NEXT,
})

interface Person {
  readonly name: Answer
  readonly nicknames: Answer
  readonly age: string
  readonly sex: string
  readonly toChild: string
  readonly part: string
  readonly vehicles: Answer
  readonly basis: string
}
const person = (who: Person, press: string): PageOfForm => ({
  heading: 'Other people in this concern',
  said: [
    ['What is their name?', who.name],
    ['Which nicknames do they use?', who.nicknames],
    ['What do they look like?', NOT_KNOWN],
    ['How old were they at the time?', choose(who.age)],
    ['What is their sex?', choose(who.sex)],
    ['How do they know the child?', type(who.toChild)],
    ['What was their part in it?', choose(who.part)],
    ['Which vehicles do they use?', who.vehicles],
    ['Which phone numbers do they use?', NOT_KNOWN],
    ['Which online names do they use?', NOT_KNOWN],
    ['How do you know that they are part of this?', choose(who.basis)],
    ['Do they work or volunteer with children, or for one of these agencies?', choose('No')],
  ],
  press,
})

const NOBODY: Answer = { signs: {}, others: 'Not seen' }
const seen = (signs: Readonly<Record<string, string>>): Answer => ({ signs, others: 'Not seen' })
const signs = (): PageOfForm => ({
  heading: 'Signs',
  said: [
    ['Harm that may already be happening', seen({ 'Someone older controls or hurts them': 'Not known' })],
    ['At home', seen({ 'Less contact with family': 'Now' })],
    ['Earlier harm', NOBODY],
    ['Loss and how they feel', seen({ 'Distress, self-harm or a marked change in mood': 'Before' })],
    ['Where they live', NOBODY],
    ['Education', seen({ 'Absent, excluded or losing touch': 'Now' })],
    ['Missing', seen({ 'Out late': 'Now' })],
    ['Friends and places', seen({ 'New or older friends': 'Now' })],
    ['Adults around them', NOBODY],
    ['Money and things', NOBODY],
    ['Phone and online', NOBODY],
    ['Crime', NOBODY],
    ['What protects them', NOBODY],
    [
      'What do you make of this, and why?',
      type('My view: an older group meets them after school. They trust the school nurse.'),
    ],
  ],
  press: NEXT,
})

const NAMED = (given: string, family: string): Answer => ({
  parts: { 'Given names': given, 'Family name': family },
})

/** A duty worker, in full: two children, an adult around them, three other people. */
export const PRACTITIONER: readonly PageOfForm[] = [
  DANGER,
  AREA,
  inFull(
    { given: 'Nadia', family: 'Brook', year: '2011', sex: 'Female' },
    { school: 'Hillside Academy, year 10', names: type('Nads') },
    'Save and add another child',
  ),
  inFull(
    { given: 'Skye', family: 'Marsden', year: '2012', sex: 'Female' },
    { school: 'Hillside Academy, year 9', names: NOT_KNOWN },
    NEXT,
  ),
  home('Child in need plan'),
  home('None'),
  {
    heading: 'Parents, carers and other adults around the child',
    said: [['Do you know of parents, carers or other adults around the child?', choose('Yes')]],
    press: NEXT,
  },
  {
    heading: 'Parents, carers and other adults around the child',
    said: [
      ['What is their name?', NAMED('Dawn', 'Brook')],
      ['Who are they to the child?', choose('Mother')],
      ['Do they have parental responsibility?', choose('Yes')],
      ['Can they be told, and help to keep the child safe?', choose('Not yet known')],
      ['How can they be reached?', NOT_KNOWN],
    ],
    press: NEXT,
  },
  {
    heading: 'What you saw, heard or were told',
    said: [
      [
        'What did you see, hear or get told?',
        type(
          'Fact: the school nurse rang at 2pm. Both girls were seen on Friday in a white van with two men and an older girl. Nadia came to school on Monday with a new phone. My view: the two are being drawn in together.',
        ),
      ],
      ['When did it happen?', { parts: { Day: '20', Month: '11', Year: '2026' } }],
      ['When was the first time?', NOT_KNOWN],
      ['How often?', choose('Not known')],
      ['Where did it happen?', type('Station Parade, by the taxi rank')],
      ['What kind of place was it?', choose('A vehicle, station or other transport')],
      ['Has the child said anything?', choose('I asked the child nothing')],
      ['Which vehicles?', type('White van, plate begins WX')],
      ['Which phone numbers?', NOT_KNOWN],
      ['Which online names?', NOT_KNOWN],
      ['Is there an image or video of the child?', choose('Not known')],
    ],
    press: NEXT,
  },
  {
    heading: 'Other people in this concern',
    said: [['Is anyone else part of this?', choose('Yes')]],
    press: NEXT,
  },
  person(
    {
      name: NOT_KNOWN,
      nicknames: type('Ox'),
      age: '18 or over',
      sex: 'Male',
      toChild: 'Drove the van',
      part: 'They may have harmed the child',
      vehicles: type('White van, plate begins WX'),
      basis: 'Someone else told me',
    },
    'Save and add another person',
  ),
  person(
    {
      name: NAMED('Lee', 'Varley'),
      nicknames: NOT_KNOWN,
      age: '18 or over',
      sex: 'Male',
      toChild: 'Sat beside the driver',
      part: 'Not known',
      vehicles: NOT_KNOWN,
      basis: 'Someone else told me',
    },
    'Save and add another person',
  ),
  person(
    {
      name: NAMED('Jodie', 'Platt'),
      nicknames: NOT_KNOWN,
      age: 'Under 18',
      sex: 'Female',
      toChild: 'Was at school with Nadia until summer',
      part: 'Not known',
      vehicles: NOT_KNOWN,
      basis: 'Someone else told me',
    },
    NEXT,
  ),
  signs(),
  signs(),
  {
    heading: 'What has been done',
    said: [
      ['May a crime have been committed?', choose('Not known')],
      ['What have you done so far?', type('Agreed with the nurse that she sees both tomorrow at 9am.')],
      ['Who have you told?', choose('My manager or safeguarding lead')],
      ['Do the child and their family know that you are telling us?', choose('Neither knows')],
      ['Which number can we ring you on, and when?', type('01632 960130, office hours')],
      ['Does your name have to be kept from the family?', choose('No')],
    ],
    press: NEXT,
  },
]
