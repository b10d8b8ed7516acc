import type { Absence } from '#vocabulary/absence.ts'
import { isAbsence } from '#vocabulary/absence.ts'
import type { Category } from '#vocabulary/categories.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { readValue } from './read-value.ts'
import type { AskedWhen, Question } from './template.ts'

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
  for (const question of askedOf(questions, typed, how.prefix)) {
    const name = how.prefix + question.id
    const { reasons, rest } = reasonsIn(question, typed, name)
    const [absence] = reasons
    const read = readValue(question, rest, { name, today: how.today })
    if (read.kind === 'fault') errors[read.field] = read.says
    else if (read.kind === 'value' && absence !== undefined)
      errors[name] = 'Enter an answer or say why you cannot, not both'
    else if (read.kind === 'value') answers.push(answered(question, read.value))
    else if (reasons.length > 1) errors[name] = 'Choose one reason'
    else if (absence !== undefined && isAbsence(absence) && question.absences.includes(absence)) {
      answers.push({ question: question.id, category: question.category, value: null, absence })
    } else errors[firstField(question, name)] = blankSays(question)
  }
  return { answers, errors }
}

/** What stands before a reason that is one of the choices: where one chooses, having no answer is a choice too. */
export const ABSENT = 'absent:'
/** Types at which it does; in a text the word means nothing. */
export const CHOSEN: ReadonlySet<Question['type']> = new Set(['yes-no', 'choice', 'choices'])

/** The reasons given for having no answer, beside the question or as one of its choices, and what was typed without them. */
function reasonsIn(
  question: Question,
  typed: FormValues,
  name: string,
): { reasons: readonly string[]; rest: FormValues } {
  const beside = typed[`${name}-absence`]
  const given = typed[name]
  const chosen = !CHOSEN.has(question.type) ? [] : typeof given === 'string' ? [given] : (given ?? [])
  const among = chosen.filter(code => code.startsWith(ABSENT))
  const others = chosen.filter(code => !code.startsWith(ABSENT))
  return {
    reasons: [
      ...new Set([
        ...(typeof beside === 'string' && beside !== '' ? [beside] : []),
        ...among.map(code => code.slice(ABSENT.length)),
      ]),
    ],
    rest: among.length === 0 ? typed : { ...typed, [name]: others.length === 1 ? others[0] : others },
  }
}

/** The box in which an answer begins. */
function firstField(question: Question, name: string): string {
  if (question.type === 'person-name') return `${name}-given`
  return question.type === 'grid' ? `${name}-${question.options[0]?.code ?? ''}` : name
}

/** Names the question, because the summary at the head of the page stands far from it. */
const blankSays = (question: Question): string =>
  `Answer ‘${question.label.en}’${question.absences.length > 0 ? ', or say why you cannot' : ''}`

/** Those of a step's questions, or of several steps', that what was typed leads to: each whose condition holds. */
export function askedOf(questions: readonly Question[], typed: FormValues, prefix: string): Question[] {
  const asked: Question[] = []
  for (const question of questions) {
    const { askedWhen } = question
    // What is not asked itself leads to nothing, whatever is left in its field.
    if (askedWhen && !asked.some(one => one.id === askedWhen.question)) continue
    if (!askedWhen || holds(askedWhen, typed, prefix)) asked.push(question)
  }
  return asked
}

/** Whether one of these answers was given: the one chosen, or one of those ticked. */
export function holds(condition: AskedWhen, typed: FormValues, prefix: string): boolean {
  const given = typed[prefix + condition.question]
  return condition.is.some(code => (typeof given === 'string' ? given === code : given?.includes(code)))
}

const answered = (question: Question, value: AnswerValue): Answer => ({
  question: question.id,
  category: question.category,
  value,
  absence: null,
})
