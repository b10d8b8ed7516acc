/** Sentences that people read in this feature. F numbers are those of practice (f). */
export const words = {
  joinedByNamedPeople:
    'This child has been joined to a record that named people look after. Ask a supervisor before you do anything else.',
  // F5
  askNothing:
    'You do not need to ask the child anything more. If they tell you something, listen, do not press for detail, do not promise to keep it secret, and write down their words.',
  notAllAnswered: 'Some questions are not answered yet. Choose Change beside each line that says so',
  // F8
  noFurtherAction:
    'Say why, what you considered, and what would change your mind. The person who raised this will be told. It does not mean they were wrong to raise it.',
  // F2
  noRecordYouCanSee:
    'There is no record here that you can see. This does not mean no one knows this child. Other services may know them and may not be able to say so here. If you are worried, record your concern.',
  // F13
  mayHaveCausedHarm:
    'This child may have harmed another child. They are also a child who may need protecting. Both need a plan.',
  // B22
  lookAgain:
    'You may want to look at these words again. If someone said them, put them in quotation marks. You can send it as it is.',
  // B12
  keepNameFromFamily: 'Keep this name from the family',
  nameKept: 'Name kept from the family',
  // B4
  sealedTo: (count: number) =>
    `This concern names someone who works with children or for an agency. It is for named people only: ${count} can see it. Do not speak of it to anyone else, also where you work.`,
  sealedSent:
    'This concern names someone who works with children or for an agency. Nobody sees it but you and the people whose duty it is. Do not speak of it to anyone else, also where you work.',
  nobodyMayReceive:
    'Nobody who may receive this is known to the service. Ring the duty team and ask for the designated officer. What you wrote is kept.',
  childrenApart: 'What happens for the children is decided apart from this, on the concern itself.',
  keepApart: 'Say which is fact and which is your view. What is decided for the children stands elsewhere.',
  chooseAction: 'Choose what is done',
  sayWhatAndWhy: 'Enter the reasons',
  allegationOn: (reference: string) => `Concern ${reference}, about someone who works with children`,
  stepOutside:
    'Say so if you know the child, the family or anyone named in it from outside work, or if it may be about you. From then on you cannot open this concern, and it stands in none of your lists. You cannot take this back yourself. If nobody else has it in hand, tell your supervisor that you do not.',
  onlyHolder:
    'You are the only one who can see this. Tell an administrator that another designated officer is needed, without saying why, and ring the duty team if a child is in danger.',
  isOutside: 'You are outside that concern from now on',
  // Practice (d) 8
  oversightIsRead:
    'Whoever has this concern in hand reads it. The child, their family and a court may read it one day.',
  sayOversight: 'Enter what you say of how this is handled',
  oversightOn: (reference: string) => `There is a note of oversight on concern ${reference}.`,
  handingOver: 'Whoever has it from now on is told. The person who raised it hears nothing new.',
  nobodyToHandTo:
    'There is nobody else to hand this to. If you cannot go on with it, tell your supervisor that you cannot.',
  chooseColleague: 'Choose a colleague who decides on concerns',
  hasItAlready: (name: string) =>
    `${name} has it already. What you wrote is kept below and has not been recorded.`,
  sayWhyHanded: 'Enter why it is handed over',
  handedToYou: (reference: string) => `Concern ${reference} was handed to you.`,
  // Practice (d) 9
  enterThing: 'Enter a number plate, a phone number, an online name or a nickname',
  notSeen:
    'No concern that you can see names it. This does not mean that nobody knows it: others may, and may not be able to say so here.',
  seenIsNoProof:
    'That two concerns name the same thing is a reason to look again. It is not a finding about anyone.',
  // A17
  crimeNotKnown: 'This concern alleges a crime, and it is not known whether the police have recorded it.',
  chooseRecorded: 'Choose whether it is recorded',
  giveCrimeReference: 'Enter the crime reference',
  sayWhyNotRecorded: 'Enter why it is not recorded',
  sayByWhom: 'Enter who recorded it, or who decided that it is not recorded',
  // B3
  nobodyYet: 'No one has picked this up yet.',
  nobodyYetOn: (reference: string) => `No one has picked up concern ${reference}, which you sent.`,
  reachedNobody: (reference: string) =>
    `Concern ${reference} was sent with danger now by someone who could not reach anyone.`,
  alreadyTaken: (name: string, at: string) => `${name} took this concern on ${at}.`,
  alreadyDecided: (name: string, at: string, outcomes: string) =>
    `${name} decided this on ${at}: ${outcomes}. What you wrote is kept below and has not been recorded.`,
  chooseOutcome: 'Choose at least one outcome',
  giveReasons: 'Enter the reasons for this decision',
  endingAlone:
    'An ending cannot stand together with something that goes on. Choose either what goes on, or the ending',
  sendBackWhy: 'Say what is to be looked at again',
  alreadyAnswered: (name: string, at: string) =>
    `${name} answered this on ${at}. What you wrote is kept below and has not been recorded.`,
  takenWhenDecided: 'Every child on this concern has been decided already',
  ownDecision: 'Someone other than the person who decided must agree',
} as const

/** What may be done about a person named, in words. */
export const actionWords = {
  'allegations-meeting': 'A meeting about the allegation is called',
  'passed-to-police': 'Passed to the police',
  'passed-to-employer': 'Passed to their employer’s named person',
  'advice-given': 'Advice given',
  'no-further-action': 'No further action',
} as const
