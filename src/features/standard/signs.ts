import type { Option, Question } from './template.ts'

/** States of a grid in which something is there. */
const THERE: ReadonlySet<unknown> = new Set(['now', 'before'])

/** What may be said at once of all lines that were left: never that something is there. */
export const forTheRest = (question: Question): readonly Option[] =>
  question.states.filter(state => !THERE.has(state.code))

/** Whether an answer says that a sign was noticed: one ticked, or a line of a grid that is there now or was before. */
export function noticesSign(question: Question, value: unknown): boolean {
  if (value === null || value === undefined) return false
  if (question.type !== 'grid') return question.sign === true
  const given = new Map<string, unknown>(Object.entries(value))
  return question.options.some(row => row.sign && THERE.has(given.get(row.code)))
}
