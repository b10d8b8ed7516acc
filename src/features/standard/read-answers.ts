import type { Absence } from '#vocabulary/absence.ts'
import { isAbsence } from '#vocabulary/absence.ts'
import type { Category } from '#vocabulary/categories.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { readValue } from './read-value.ts'
import type { Question } from './template.ts'

/** One answer as it is kept: a value or the reason why there is none, never both and never neither. */
export interface Answer {
  readonly question: string
  readonly category: Category
  readonly value: AnswerValue | null
  readonly absence: Absence | null
}

export type AnswerValue = string | string[] | { readonly [part: string]: string | boolean | null }

export interface Read {
  readonly answers: readonly Answer[]
  /** By the name of the field on the page, in the words shown beside it. */
  readonly errors: Readonly<Record<string, string>>
}

/**
 * Reads what was typed by the questions of a template. Pages, API and imports read answers here, so that a
 * question means the same everywhere. Questions that were not to be asked leave no answer.
 *
 * @param prefix what stands before each field's name: '' or 'child-1-'
 */
export function readAnswers(
  questions: readonly Question[],
  typed: FormValues,
  how: { prefix: string; today: PlainDate },
): Read {
  const answers: Answer[] = []
  const errors: Record<string, string> = {}
  for (const question of questions) {
    if (!isAsked(question, typed, how.prefix)) continue
    const name = how.prefix + question.id
    const absence = typed[`${name}-absence`]
    const read = readValue(question, typed, { name, today: how.today })
    if (read.kind === 'fault') errors[read.field] = read.says
    else if (read.kind === 'value' && absence)
      errors[name] = 'Enter an answer or say why you cannot, not both'
    else if (read.kind === 'value') answers.push(answered(question, read.value))
    else if (typeof absence === 'string' && isAbsence(absence) && question.absences.includes(absence)) {
      answers.push({ question: question.id, category: question.category, value: null, absence })
    } else errors[name] = blankSays(question)
  }
  return { answers, errors }
}

/** Names the question, because the summary at the head of the page stands far from it. */
const blankSays = (question: Question): string =>
  `Answer ‘${question.label.en}’${question.absences.length > 0 ? ', or say why you cannot' : ''}`

export function isAsked(question: Question, typed: FormValues, prefix: string): boolean {
  if (!question.askedWhen) return true
  return typed[prefix + question.askedWhen.question] === question.askedWhen.is
}

const answered = (question: Question, value: AnswerValue): Answer => ({
  question: question.id,
  category: question.category,
  value,
  absence: null,
})
