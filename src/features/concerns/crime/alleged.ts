import { valueOf, type WholeConcern } from '../reading.ts'

const ALLEGED: ReadonlySet<unknown> = new Set(['recorded', 'not-recorded', 'unsure'])

/** Whether a concern alleges an offence of which its sender gives no reference: then somebody has to find out. */
export function crimeToRecord(whole: WholeConcern): boolean {
  const alleged = ALLEGED.has(valueOf(whole.answers, 'crime'))
  return alleged && valueOf(whole.answers, 'crime-reference') === null
}
