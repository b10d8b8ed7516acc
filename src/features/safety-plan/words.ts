import { MOST_CHARACTERS, MOST_LINES } from './questions.ts'

export const words = {
  none: 'There is no safety plan yet.',
  noneYouCanSee: 'There is no safety plan that you can see.',
  ended: (name: string, when: string): string => `The last plan was ended by ${name} on ${when}.`,
  fitsOnePage: `It has to fit one page of paper: ${MOST_CHARACTERS} characters and ${MOST_LINES} lines for each part.`,
  forWhom:
    'Write it with the child where you can, in words that they would use. Carers, the police control room and the duty team may hold it.',
  mayBeSeen: 'Before you print it: who will hold it, and who else could see it there?',
  notToHaveIt: (who: string): string => `Must not see it: ${who}`,
  // On paper nobody is named who must not see it: whoever finds it may be one of them.
  onPaper:
    'Only for the child and those it was given to. Keep it where nobody else can read it. If you find it, give it to nobody: ring the number below.',
  howToPrint: 'Choose Print in your browser. It is one page.',
  givePart: (label: string): string => `Enter ‘${label}’, or say why you cannot`,
  notBoth: 'Enter an answer or say why you cannot, not both',
  tooLong: `Enter ${MOST_CHARACTERS} characters or fewer`,
  tooManyLines: `Enter ${MOST_LINES} lines or fewer`,
  ringTonight: 'Enter who to ring tonight, with the number',
  reviewInFuture: 'Enter a day after today',
  reviewTooLate: 'Enter a day within the next three months',
  openAgain: 'This form is out of date. What you typed is kept. Check it and save again, or go back.',
  meanwhile: (name: string, when: string): string =>
    `${name} wrote a plan on ${when}, while you had this form open. It stands on the child’s page, and what you typed is kept. Check it and save again, or go back.`,
  sayWhyEnded: 'Enter why the plan is ended',
  nothingToEnd: 'There is no plan to end',
} as const
