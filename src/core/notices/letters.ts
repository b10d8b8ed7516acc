/** What is mailed. Nothing telling: no name of a child or of this service, no word of what it is about (practice B2, B11). */
interface Says {
  readonly subject: string
  readonly text: string
}

export const TO_STAFF: Says = {
  subject: 'A message is waiting for you',
  text: 'Something needs you at work. Please sign in as you usually do.\n',
}

/** To whoever recorded something without an account. Of the address no more than where it begins. */
export const toReferrer = (publicUrl: string | undefined): Says => ({
  subject: 'You have a message',
  text: [
    'You have a message. Please read it as soon as you can.',
    `To read it, go back to where you began${publicUrl ? ` (${new URL(publicUrl).origin})` : ''} with your reference and this address.`,
    '',
  ].join('\n\n'),
})

export const codeLetter = (code: string): Says => ({
  subject: 'Your code',
  text: [
    `Your code is ${code}`,
    'It works for 15 minutes, in the browser in which you asked for it. If you did not ask for it, you need do nothing.',
    '',
  ].join('\n\n'),
})
