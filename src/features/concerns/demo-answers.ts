import type { Telling } from './demo-stories.ts'
import type { Disagreement } from './disagree/service.ts'
import type { Outcome } from './disagree/standing.ts'

export interface Decided {
  readonly by: string
  readonly outcomes: readonly string[]
  readonly reasons: string
}

interface Disagreed {
  readonly by: string
  readonly hoursAgo: number
  readonly told: Telling
  readonly decided?: Decided
  readonly about: Disagreement['about']
  readonly says: string
  readonly answers: readonly { readonly by: string; readonly outcome: Outcome; readonly says: string }[]
}

/** Disagreements at each step of the ladder, and each way in which one ends. */
export const DISAGREED: readonly Disagreed[] = [
  {
    by: 'Yvonne Clarke',
    hoursAgo: 70,
    told: {
      child: ['Harriet', 'Lomas', '2011-06-12', 'F'],
      school: 'Millbrook High School',
      area: 'Wexcombe North',
      account:
        'Fact: Harriet has come to school in clothes that her family did not buy, and was dropped off twice by a man in a blue car. My view: this has gone further than early help can reach.',
      noticed: ['gifts', 'older-company'],
    },
    decided: {
      by: 'Priya Raman',
      outcomes: ['early-help'],
      reasons: 'School and family will meet. The car is to be looked into by the police first.',
    },
    about: 'decision',
    says: 'The man has been seen by three members of staff. We think that this needs an assessment now.',
    answers: [],
  },
  {
    by: 'Brendan Doyle',
    hoursAgo: 200,
    told: {
      child: ['Ibrahim', 'Sesay', '2010-12-01', 'M'],
      school: 'St Bede’s Catholic School',
      area: 'Wexcombe South',
      account:
        'Fact: Ibrahim carries two phones and was found with train tickets to a town where he knows nobody. My view: somebody else arranges his journeys.',
      noticed: ['phone', 'moved'],
    },
    decided: {
      by: 'Tom Ashdown',
      outcomes: ['early-help'],
      reasons: 'His mother knew of one of the journeys. Youth service to speak with him.',
    },
    about: 'decision',
    says: 'His mother knew of one journey out of four. Please look at it again.',
    answers: [
      {
        by: 'Tom Ashdown',
        outcome: 'looked-at-again',
        says: 'We had not known of the other three. It is open again.',
      },
    ],
  },
  {
    by: 'Sadia Rehman',
    hoursAgo: 400,
    told: {
      child: ['Freya', 'Dunmore', '2012-02-20', 'F'],
      school: 'Marlbury Girls’ School',
      area: 'Marlbury',
      account:
        'Fact: Freya’s friends say that she is online through the night with someone older. My view: she is tired and will not say who it is.',
      noticed: ['phone', 'distress'],
    },
    decided: {
      by: 'Nasreen Aziz',
      outcomes: ['advice-given'],
      reasons: 'Her parents will keep the phone at night. School to come back if it goes on.',
    },
    about: 'decision',
    says: 'It has gone on since. We ask for someone to speak with Freya.',
    answers: [
      {
        by: 'Nasreen Aziz',
        outcome: 'goes-up',
        says: 'I still think that advice was right, and pass it to my manager.',
      },
      {
        by: 'Victor Mensah',
        outcome: 'agreed',
        says: 'A worker will see Freya at school this week.',
      },
    ],
  },
]

interface Referred {
  readonly email: string
  readonly kind: string
  readonly name?: string
  readonly hoursAgo: number
  readonly told: Telling
  readonly further?: { readonly hoursAgo: number; readonly says: string }
  readonly decided?: Decided
}

/** Sent by those who have no account: each kind hears what it may. */
export const REFERRED: readonly Referred[] = [
  {
    email: 'night.manager@canalside.example',
    kind: 'hotel',
    hoursAgo: 40,
    told: {
      child: ['Jess', '', '', 'F'],
      area: 'Wexcombe South',
      account:
        'Fact: a girl who looked about 14 came with a man who paid for two rooms in cash and would not give her name. He called her Jess. My view: she did not want to be there.',
      noticed: ['older-company', 'controlled'],
      besides: {
        'child-1-child-born-absence': 'not-known',
        'you-know-child': 'met',
        'keep-name': 'yes',
        'keep-name-why': 'He knows where I work.',
      },
    },
    further: { hoursAgo: 30, says: 'He has booked again for Friday, under the name Marsh.' },
  },
  {
    email: 'licensing@taxis.example',
    kind: 'licensing',
    name: 'Anita Rowe',
    hoursAgo: 150,
    told: {
      child: ['Kyle', 'Brannon', '2010-10-30', 'M'],
      area: 'Wexcombe North',
      account:
        'Fact: a driver reported taking Kyle to the same house four nights in a row, paid for by somebody else’s account. My view: the driver was right to ring us.',
      noticed: ['moved', 'missing'],
      besides: { 'you-know-child': 'told' },
    },
    decided: {
      by: 'Priya Raman',
      outcomes: ['section-17'],
      reasons: 'Needs an assessment; the address goes to the police.',
    },
  },
  {
    email: 'j.carer@post.example',
    kind: 'carer',
    name: 'Jean Holt',
    hoursAgo: 20,
    told: {
      child: ['Poppy', 'Ainsworth', '2012-05-05', 'F'],
      area: 'Marlbury',
      account:
        'Fact: Poppy goes out at night when her phone rings and comes back with cigarettes. My view: I foster her and I am frightened for her.',
      noticed: ['missing', 'gifts', 'phone'],
      besides: { 'you-know-child': 'cares' },
    },
  },
]
