/** Every way in which a request or a command can fail, with what the person reads and can do. */
const FAULTS = {
  'not-found': {
    status: 404,
    title: 'Page not found',
    whatToDo:
      'Check the address, or go back to your home page. There may be records that you cannot see from here.',
  },
  'not-allowed': {
    status: 403,
    title: 'You cannot do this',
    whatToDo: 'Your role does not include it. If you need it for your work, ask your agency’s administrator.',
  },
  'signed-out': {
    status: 401,
    title: 'You are signed out',
    whatToDo: 'Sign in and try again. What you typed has been kept.',
  },
  'forged-form': {
    status: 403,
    title: 'This form could not be checked',
    whatToDo:
      'Nothing has been saved. Go back, copy what you typed, open the page again and send it from there.',
  },
  'stale-form': {
    status: 409,
    title: 'This form is out of date',
    whatToDo: 'Nothing has been saved. Go back, copy what you typed and open the page again.',
  },
  'invalid-input': {
    status: 422,
    title: 'Something in the request is not right',
    whatToDo: 'Check what was sent and try again.',
  },
  'wrong-method': {
    status: 405,
    title: 'That cannot be asked here',
    whatToDo: 'The header Allow says what can. The document at /api/v1/openapi.json lists every operation.',
  },
  'no-token': {
    status: 401,
    title: 'The token is missing, wrong or out of date',
    whatToDo: 'Ask for a new one at /api/v1/oauth/token and send the request again with it.',
  },
  'no-key': {
    status: 422,
    title: 'The header Idempotency-Key is missing or not usable',
    whatToDo: 'Send one of 1 to 255 letters, figures or signs, a new one for each thing that is sent.',
  },
  'key-used': {
    status: 422,
    title: 'This Idempotency-Key came before with something else',
    whatToDo: 'Send this under a new key. What came before stands as it was.',
  },
  conflict: {
    status: 409,
    title: 'Someone else has changed this',
    whatToDo: 'Open the page again to see what they did, then decide whether to go on.',
  },
  'too-large': {
    status: 413,
    title: 'That is too much text for one page',
    whatToDo: 'Nothing has been saved. Go back, shorten it and send it again.',
  },
  'too-many': {
    status: 429,
    title: 'Too much was sent in a short time',
    whatToDo: 'Nothing has been saved. Try again in a minute. If a child is in danger now, ring 999.',
  },
  'wrong-media-type': {
    status: 415,
    title: 'That kind of content is not accepted here',
    whatToDo: 'Send the form from its own page.',
  },
  unavailable: {
    status: 503,
    title: 'Sorry, the service is not available',
    whatToDo: 'Nothing has been saved. Try again in a minute. If a child is in danger now, ring 999.',
  },
  unexpected: {
    status: 500,
    title: 'Sorry, there is a problem with the service',
    whatToDo: 'Nothing has been saved. Try again later. If a child is in danger now, ring 999.',
  },
  'wrong-usage': {
    status: 400,
    title: 'The command was not understood',
    whatToDo: 'Run sightline help to see the commands.',
  },
  'database-held': {
    status: 503,
    title: 'The database is in use',
    whatToDo:
      'Another process of Sightline holds this data folder. Stop it, or set SIGHTLINE_DATA to another folder.',
  },
  'database-trouble': {
    status: 503,
    title: 'The database cannot be used',
    whatToDo: 'Read the sentence above, mend it and start again. No data has been changed.',
  },
  'wrong-settings': {
    status: 500,
    title: 'The settings are not right',
    whatToDo: 'Correct them and start again.',
  },
} as const

export type FaultCode = keyof typeof FAULTS

/** `detail` is for the log and the operator's terminal; people read the title and what to do. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly status: number
  readonly title: string
  readonly whatToDo: string

  constructor(code: FaultCode, detail?: string, whatToDo?: string) {
    const known = FAULTS[code]
    super(detail ?? known.title)
    this.code = code
    this.status = known.status
    this.title = known.title
    this.whatToDo = whatToDo ?? known.whatToDo
  }
}

export const fault = (code: FaultCode, detail?: string): Fault => new Fault(code, detail)
