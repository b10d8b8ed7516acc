/** Sentences that people read in this feature. F numbers are those of practice (f). */
export const words = {
  wasJoinedByMistake: 'A concern about another child was joined to this record by mistake, and parted',
  joinedBetween: (from: string, until: string) => `It stood here from ${from} until ${until}.`,
  joinedAlready:
    'This child is joined to a record already. If it is the wrong one, go to the concern and choose ‘This is the wrong record’ first.',
  notJoined: 'This child is joined to no record.',
  sayWhyParted: 'Say why it is not the same child',
  parting:
    'This concern no longer stands on that record. What was decided for the child stands. What was taken over from the concern stays on the record: look at it there and correct it. Then join the child to the right record.',
  partedFrom: (times: number) =>
    times === 1
      ? 'Parted from a record that was not this child’s.'
      : `Parted ${times} times from a record that was not this child’s.`,
  whileJoined: 'What was done while they were joined',
  neverParted: 'This child has not been parted from a record.',
  lookAtWhatWasDone:
    'People may have acted on the wrong record. Look at each line, and tell whoever acted. Lists in which the name stood, and what was shared outside Sightline, are not here: the records lead sees the lists.',
  looksCut: 'There is more than is shown here. The records lead can go through all of it.',
  sealedRecord:
    'A new record is for those alone who hold this concern: colleagues who look for the child do not find it. Whoever comes to work with the child makes a record of their own. Joined to a record that is there already, the child’s page shows nothing of it to anyone else.',
  joinedByNamedPeople: 'This child cannot be joined to a record now. You can decide without one.',
  // F5
  askNothing:
    'You do not need to ask the child anything more. If they tell you something, listen, do not press for detail, do not promise to keep it secret, and write down their words.',
  moreInAnother: 'You can add more in another concern.',
  notAllAnswered: 'Some questions are not answered yet. Choose Change beside each line that says so',
  notYetWhole: 'Some questions are not answered yet.',
  goOnWith: 'Go on with',
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
  // B11
  withoutAccount: (kind: string) => `${kind}, without an account`,
  moreLater: 'You can add more later, with the reference that you get.',
  nameNotGiven: 'Name not given',
  sayWhoYouAre: 'Choose who you are',
  sayYourName: 'Enter your name. Whoever works with children says who they are',
  sayYourEmail: 'Enter an email address, like name@example.com',
  enterCode: 'Enter the code',
  enterReference: 'Enter the reference',
  sayFurther: 'Enter what you want to add',
  sayDangerNow: 'Choose whether a child is in danger now',
  noMail: 'This service cannot send messages. Ring the team above and tell them what worries you',
  furtherOn: (reference: string) => `More was said about concern ${reference}.`,
  onlyYouRead:
    'Use an address that only you read. Whoever reads its messages can come back to what you write here.',
  // B12
  keepNameFromFamily: 'Keep this name from the family',
  nameKept: 'Name kept from the family',
  mustNotBeTold: 'Must not be told',
  notAgreed: 'not agreed to yet',
  nothingDecidedYet: 'Nothing decided yet',
  copyOut: 'Copy to your case system',
  copyOutHow:
    'Choose all of the text below and copy it. Put it only where those who may read this concern can read it. It is in the record that you opened this page.',
  copyOutKeepsName:
    'The name of whoever raised this, and their answers about themselves, are not in it: they asked that it is kept from the family. Read it through before you put it anywhere: what they wrote of the child may still tell who they are.',
  copyOutText: 'The concern, as text',
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
  chooseWhatToTake: 'Choose what to take onto the record, or go back',
  takeWhatHolds:
    'Take what you believe to hold. What the record says now stays under ‘What was said of the family before’.',
  recordSaysAll: 'The record says all that this concern says of family, home, language and safe contact.',
  notForTheRecord:
    'This concern is not for everyone in your agency, and whoever opens a record reads all of it. So nothing of it is taken onto the record but who the child is. Write there yourself what all of them may read.',
  // Practice B2
  contactFirst:
    'Before you ring, write to or visit anyone here, read how the child can be reached safely, and who must not be told.',
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
  // Practice A1, (d) 1
  handingForTheNight:
    'These are urgent, or due before your team is back. They go to the emergency duty team, out of the hand of whoever has them. When each has to be decided does not change. Ring that team as well.',
  handingBack:
    'These are with the emergency duty team. Each goes back to the team that receives it by day. When each has to be decided does not change.',
  nothingForTheNight: 'There is nothing urgent, or due before your team is back, to hand over.',
  noTeamForTheNight:
    'Nothing can be handed over here: what is urgent stays open with your team. Before you go, see what is open in the list of concerns to decide.',
  nothingToHandBack: 'Nothing is with the emergency duty team.',
  ringForTheNight:
    'In these areas no emergency duty team works with this service. Ring it and tell them what is open:',
  chooseWhatGoes: 'Tick at least one that can still be handed over',
  sayWhatToKnow: 'Enter what the other team has to know',
  handedToTeam: (count: number) => (count === 1 ? 'One is handed over' : `${count} are handed over`),
  handedToYourTeam: (reference: string) => `Concern ${reference} was handed over to your team.`,
  dangerByNight: (reference: string) =>
    `Concern ${reference} says that a child is in danger now. Open it and take it.`,
  // Practice (d) 8, B19
  caseload:
    'Concerns, and parts of concerns, that are still to be decided. This is to see who needs help or is away. It is kept nowhere, and says nothing of how well anyone works.',
  hasNothing: 'There is nothing in this person’s hand.',
  handingAll:
    'All of this goes to one colleague, who is told of each. What that colleague is too near to stays where it is, and you hand it to another.',
  mayHaveNone: 'This colleague may have none of it. Choose another',
  handedAll: (went: number, stay: number) =>
    stay === 0
      ? `${went} handed over`
      : `${went} handed over. ${stay} stay: choose another colleague for them`,
  // Practice (d) 7
  disagreeing:
    'Whoever decides is told, and has to answer. Go on with what you do for the child, and ring if you are more worried: nothing waits for this.',
  disagreementIsRead:
    'Say what you have seen and what you think should happen. Those who decide read it, and those it goes up to. The child, their family and a court may read it one day.',
  chooseAbout: 'Choose what you disagree with',
  sayDisagreement: 'Enter why you disagree, and what should happen',
  disagreesAlready:
    'Your agency has said that it disagrees, and that is still open. What you wrote is kept below and has not been recorded.',
  sealedDisagreement:
    'This concern is for named people only. If you disagree, ring the duty team and ask for the designated officer. Do not say more than you have to.',
  answering:
    'Speak with whoever raised it before you answer. Work for the child goes on meanwhile. They are told that you have answered.',
  answerIsRead:
    'Whoever raised it reads this, with your name. Of a step that someone without an account has, say what they said.',
  supervisorAnswers: 'This step is for a supervisor to answer.',
  chooseAnswer: 'Choose the answer of this step',
  sayAnswer: 'Enter what was said',
  nothingDecided:
    'Nothing that your agency decided on this concern stands: there is nothing to look at again',
  disagreementEnded: 'This has ended already. What you wrote is kept below and has not been recorded.',
  disagreementOn: (reference: string) => `Someone disagrees about concern ${reference}`,
  disagreementAnswered: (reference: string) => `Your disagreement about concern ${reference} was answered.`,
  disagreementLate: (reference: string) =>
    `A step of your disagreement about concern ${reference} was not answered in time.`,
  lookAgainOn: (reference: string) => `What was decided on concern ${reference} is to be looked at again.`,
  passingOn:
    'Whoever decides there has it from now on. Where that is another agency, yours no longer sees it. When it has to be decided does not change: it is counted from when it was sent. Whoever sent it hears that it was passed on, and to which area.',
  passedOnKept:
    'You keep that a concern was passed on, when, to whom and why. What it says is with the team that has it now.',
  passedOnTo: (area: string) => `It is with the team for ${area} now.`,
  passedToYou: (reference: string) => `Concern ${reference} was passed on to your team.`,
  chooseArea: 'Choose one of the areas',
  sayWhyPassedOn: 'Enter why it is passed on',
  noOtherArea:
    'No other team receives concerns in your partnerships. Decide what is needed now, and ring the service that should have it.',
  sealedStays:
    'This concern is for named people only and is not passed on here. Decide what is needed now, and ring the designated officer of the other area.',
  decidedStays:
    'Something is decided on this concern already, so it stays with you. Decide for the other children too. To tell another area, ring its team, and record a concern there.',
  adding:
    'Both concerns stay as they were sent. What is decided on the open one is decided for both, whoever has it is told, and it becomes due no later than this one. Whoever sent this one hears that it was added to a concern that is already open.',
  noneOffered:
    'No other open concern that you can see names this child, or is joined to the same record. If you know of one, enter its reference.',
  chooseOpenOne: 'Choose the open concern about the same child, or enter its reference',
  sayWhySame: 'Enter why it is the same',
  notOpenThere: 'No open concern of your agency has this reference, on which a child is still to be decided',
  severalOpenThere:
    'Several children are open on that concern. Join this child and that one to their record first: then it is offered above',
  decidedThere: 'What happens next is decided there.',
  readBoth: 'Read both before you decide.',
  addedDanger: 'It says that a child is in danger now.',
  addedToYours: (reference: string) => `Another concern was added to ${reference}. Read both.`,
  sealedApart:
    'This concern is for named people only: nothing is added to it, and no part of it is given to anyone else. Decide for each child here.',
  splitting:
    'It has its own owner from then on, and is due when the whole concern was. The other children stay where they are. Nothing is typed again, and the person who raised it hears nothing new.',
  lastTogether:
    'There is no other child on this concern who is still to be decided here. Hand the whole concern over instead.',
  chooseOwner: 'Choose who decides for this child',
  partToYou: (reference: string) => `One child’s part of concern ${reference} was given to you or your team.`,
  lookedAtAgain: 'What was decided is being looked at again.',
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

/** Who raised a concern, in a list: an agency, or of whoever has no account, and so no agency, what they say that they are. */
export const sayRaisedBy = (concern: {
  raisedByAgency: string
  referrerKind: string | null
  sentByRole: string
}): string =>
  concern.referrerKind === null ? concern.raisedByAgency : words.withoutAccount(concern.sentByRole)

/** What may be done about a person named, in words. */
export const actionWords = {
  'allegations-meeting': 'A meeting about the allegation is called',
  'passed-to-police': 'Passed to the police',
  'passed-to-employer': 'Passed to their employer’s named person',
  'advice-given': 'Advice given',
  'no-further-action': 'No further action',
} as const
