import type { Question } from './template.ts'

/** States of a grid in which a sign is there. */
const THERE: ReadonlySet<unknown> = new Set(['now', 'before'])

/** Whether an answer says that a sign was noticed: one ticked, or one of a grid that is there now or was before. */
export function noticesSign(question: Question, value: unknown): boolean {
  if (!question.sign || value === null || value === undefined) return false
  return question.type === 'grid' ? Object.values(value).some(state => THERE.has(state)) : true
}
