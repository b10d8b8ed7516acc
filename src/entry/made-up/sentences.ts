/** What a concern may be about: its sentences and what is ticked go together. Brief, professional, never graphic. */
export interface Theme {
  /** The role that sees such things; everyone where it is left out. */
  readonly seenBy?: string
  readonly facts: readonly string[]
  readonly views: readonly string[]
  /** The child's own words, where they said any. */
  readonly said: readonly string[]
  readonly noticed: readonly string[]
  readonly setting: readonly string[]
  /** Lines of the grids, as `question/line`. */
  readonly signs: readonly string[]
  readonly names: readonly ('vehicle' | 'phone' | 'online' | 'person')[]
}

// {child} is the given name, {place} somewhere to meet, {car} and {app} what they say.
export const THEMES: readonly Theme[] = [
  {
    facts: [
      '{child} was collected near {place} by an adult whom staff do not know, in a {car}.',
      '{child} has been seen getting into a {car} at {place} on three days this fortnight.',
      'Two members of staff saw {child} being driven away from {place}. The driver did not come to the door.',
      '{child} said the driver is “a mate of a mate” and could not give a surname.',
    ],
    views: [
      'I am worried that the adult chooses when they meet.',
      '{child} seemed tense when asked about the lifts.',
    ],
    said: ['He just gives me lifts. It is fine.', 'They pick me up when they want. I do not get a say.'],
    noticed: ['older-company', 'moved'],
    setting: ['transport', 'public-place'],
    signs: ['signs-company/older', 'signs-adults/vehicles'],
    names: ['vehicle', 'person'],
  },
  {
    facts: [
      '{child} has been reported missing twice in ten days and came back in the early morning both times.',
      '{child} was out overnight on Friday and would not say where. Clothes were clean and had been changed.',
      'Home says {child} leaves by the back door after ten at night and turns the phone off.',
      '{child} was found at {place}, eleven miles from home, without money for the journey.',
    ],
    views: [
      'The pattern is new and is getting more frequent.',
      'I do not think {child} is alone on these nights.',
    ],
    said: ['I was just walking about.', 'I cannot tell you where. They would know it was me.'],
    noticed: ['missing', 'distress'],
    setting: ['public-place', 'other-home'],
    signs: ['signs-missing/missing', 'signs-missing/overnight', 'signs-missing/late'],
    names: ['person'],
  },
  {
    facts: [
      '{child} has a second phone, which rings often and is answered outside the room.',
      '{child} deletes messages when an adult comes near and has been awake most of the night.',
      'A contact saved under initials messages {child} every few minutes in the evening.',
      '{child} left the lesson three times to take calls and came back upset.',
    ],
    views: ['The calls seem to set where {child} goes.', 'I think someone expects an answer at once.'],
    said: ['If I do not pick up it gets worse.', 'It is only my friends.'],
    noticed: ['phone', 'controlled'],
    setting: ['online'],
    signs: ['signs-online/secret', 'signs-online/pressure'],
    names: ['phone', 'person'],
  },
  {
    facts: [
      '{child} has new trainers, a coat and a phone, and the family did not buy them.',
      '{child} paid for food for a group of friends in cash and would not say where the money came from.',
      'Home found a receipt for a hotel meal for four in {child}’s bag.',
      '{child} says the things are “from work” but has no job that anyone knows of.',
    ],
    views: [
      'I am concerned about what is expected in return.',
      'The gifts come from someone older, in my view.',
    ],
    said: ['They were a present.', 'I owe him now.'],
    noticed: ['gifts'],
    setting: ['home', 'business'],
    signs: ['signs-gifts/unexplained', 'signs-gifts/debt'],
    names: ['person'],
  },
  {
    facts: [
      '{child} has been talking on {app} to someone who says he is seventeen. The account was made last month.',
      'An online contact has asked {child} to move to a private chat and not to tell anyone.',
      '{child} planned to meet somebody from {app} at {place}. A friend told a member of staff in time.',
      'Someone on {app} sent {child} credit for a game and then asked for a meeting.',
    ],
    views: [
      'The way the messages are written does not fit the age given.',
      'I think the contact is getting more insistent.',
    ],
    said: ['He understands me.', 'I was going to say no.'],
    noticed: ['phone', 'gifts'],
    setting: ['online'],
    signs: ['signs-online/strangers', 'signs-online/secret'],
    names: ['online'],
  },
  {
    facts: [
      'Attendance has fallen from 94% to 60% since half-term, mostly in the afternoon.',
      '{child} arrives late and tired, and has stopped seeing the usual friends.',
      '{child} was a keen member of the football team and has not come for six weeks.',
      '{child} has been excluded for two days after an argument that was out of character.',
    ],
    views: [
      'Something has changed and I do not know what.',
      'I would like somebody to see the whole picture.',
    ],
    said: ['School is pointless now.', 'I am just tired.'],
    noticed: ['school', 'distress'],
    setting: ['education'],
    signs: ['signs-education/absent', 'signs-loss/distress'],
    names: [],
  },
  {
    facts: [
      '{child} was carrying a bag for older young people at {place} and became frightened when spoken to.',
      '{child} says a debt has to be worked off and would not say to whom.',
      '{child} was found on a train without a ticket, with two phones and a set of keys that are not for home.',
      'A youth worker saw {child} waiting outside {place} for an hour, checking a phone.',
    ],
    views: [
      '{child} is being used by others, in my view.',
      'I think {child} is afraid of what happens on saying no.',
    ],
    said: ['I owe them a run.', 'You do not say no to them.'],
    noticed: ['controlled', 'missing'],
    setting: ['public-place', 'transport'],
    signs: ['signs-crime/drawn', 'signs-gifts/debt', 'signs-company/exploited'],
    names: ['vehicle', 'phone', 'person'],
  },
  {
    seenBy: 'health-professional',
    facts: [
      '{child} came with an adult who answered for {child} and did not want to leave the room.',
      '{child} asked twice whether anybody would be told, and then did not want to be seen.',
      '{child} came for advice for the third time in two months and gave a different address each time.',
      '{child} seemed frightened of the person in the waiting room.',
    ],
    views: ['I would like to see {child} alone.', 'The adult’s manner worried me.'],
    said: ['He said I have to be quick.', 'Please do not ring home.'],
    noticed: ['controlled', 'older-company'],
    setting: ['elsewhere'],
    signs: ['signs-adults/speaks', 'signs-health/tired'],
    names: ['person'],
  },
  {
    facts: [
      'A group of older boys waits for {child} at {place} most days after school.',
      '{child} has been pressed by others of the same age to bring a friend along.',
      '{child} has stopped going past {place} and asks to be walked home.',
      'Another pupil says that {child} is told what to do by the group, and is laughed at when it is done.',
    ],
    views: [
      'All of the young people in the group may need protecting.',
      'I think that {child} feels there is no way out.',
    ],
    said: ['They are not really my friends.', 'I do not want to bring anybody.'],
    noticed: ['distress', 'controlled'],
    setting: ['public-place', 'education'],
    signs: ['signs-company/isolated', 'signs-loss/distress'],
    names: ['person'],
  },
  {
    facts: [
      'Three different cars have stopped outside the home at night and {child} goes out to them.',
      'Adults whom the carer does not know have asked for {child} at the door.',
      'A neighbour rang to say that {child} was let into a flat on {street} by a man in his thirties.',
      '{child} talked of a flat where “everyone hangs out” and where nobody’s parents live.',
    ],
    views: [
      'The carer is worried and is doing what she can.',
      'I think that the flat should be known to the police.',
    ],
    said: ['It is just somewhere to go.', 'There are always people there.'],
    noticed: ['older-company', 'missing'],
    setting: ['other-home', 'residential'],
    signs: ['signs-adults/callers', 'signs-adults/vehicles', 'signs-company/places'],
    names: ['vehicle', 'person'],
  },
]

export const NOTHING_SEEN = [
  'A friend of the family asked for advice about {child}, who has seemed quiet since the move. Nothing else has been noticed.',
  'A classmate said something about {child} and took it back. Nothing has been seen by adults.',
]

export const REASONS: Readonly<Record<string, readonly string[]>> = {
  'section-47': [
    'Several signs of control by people outside the family, seen by more than one agency. Police and health are invited.',
    'What was seen and what was said point to significant harm. Enquiries begin today.',
  ],
  'strategy-discussion': [
    'Police, health and school are to share what they hold before anyone speaks to the family.',
    'More than one agency has seen the same. A discussion today with police and health.',
  ],
  'section-17': [
    'Needs an assessment of what is being asked of the child and by whom. The family has agreed.',
    'The family cannot keep the child safe alone at present and has asked for help.',
  ],
  'early-help': [
    'Help is offered and accepted. School keeps in touch and tells us of any change.',
    'Early signs. A youth worker whom the child trusts takes the lead.',
  ],
  other: [
    'Seen and talked through with the person who raised it. The plan is agreed with the family.',
    'What is needed is in place, and the lead worker is told what to look out for.',
  ],
  end: [
    'What was seen has an ordinary explanation, checked with school and both parents.',
    'Known, and already in touch with a worker. Nothing new has been seen.',
  ],
}

export const QUESTIONS_BACK = [
  'What does the school say? Please ask before this is ended.',
  'Who has seen the child? Please add that before this is ended.',
]

export const OVERSIGHT = [
  [
    'Read and agreed. The link with the earlier concern is important.',
    'Speak to the school before the end of the day.',
  ],
  ['Please think about the child’s brother as well.', null],
  ['The time since it came in is long. What stands in the way?', 'Tell me by tomorrow at noon.'],
  ['Well recorded. The child’s words are clear.', null],
] as const

export const HANDED_WHY = [
  'Knows the family from last year',
  'I am on leave from tomorrow',
  'Off sick today',
  'Works with the sibling',
]

export const NOT_RECORDED = [
  'Police: not enough yet to say that an offence took place. To be looked at again after the meeting',
  'Recorded already under an earlier concern',
]

export const NOTES = [
  'Fact: seen at home. Spoke about school and was glad to. My view: tired, and more at ease than last week.',
  'Fact: rang as agreed and did not answer. A message was left with the words agreed. My view: try the form tutor tomorrow.',
  'Fact: seen at school with the form tutor. Talked about the weekend and about football. My view: the lifts were not spoken of.',
  'Fact: a parent rang to say that everyone was home by nine. My view: the plan for the evenings is working.',
  'Fact: came to the Thursday session and stayed to the end. My view: trusts the youth worker most.',
  'Fact: met in town, as the child wished. Spoke about sleeping badly. My view: would accept a word with the nurse.',
]

export const SAFE_CONTACT = [
  ['Through the form tutor, in school hours', 'Ring the house'],
  ['Text first, with the word agreed', 'Leave a message on the phone'],
  ['At the youth club on Thursdays', 'Write to the address'],
] as const
