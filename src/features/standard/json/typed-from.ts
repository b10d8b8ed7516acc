import type { FormValues } from '#platform/ui/form-state.ts'
import { ABSENT, askedOf, CHOSEN } from '../read-answers.ts'
import type { Question } from '../template.ts'
import { isLonger, LONGEST_ENTRY, LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT } from './limits.ts'
import { ONE_LINE, SAYS_SOMETHING } from './patterns.ts'

/** An answer as another system gives it: a value or the reason why there is none. */
export type GivenAnswer = { readonly value: unknown } | { readonly absence: string }
export type GivenAnswers = Readonly<Record<string, GivenAnswer>>

interface Typed {
  readonly typed: FormValues
  /** By question: what cannot be read at all, or was answered without being asked. */
  readonly errors: Readonly<Record<string, string>>
}

const NOT_HERE = 'There is no such question here. The schema lists those that there are'
const NOT_ASKED = 'This is not asked after the other answers. Leave it out, or change what it follows from'

/**
 * Answers of another system as a page's fields would hold them, so that one reader judges both. What a page could not
 * hold is an error here, and so is an answer that would be left out there: nothing that was sent is lost unseen.
 */
export function typedFrom(questions: readonly Question[], given: GivenAnswers, prefix: string): Typed {
  const fields: FormValues[] = []
  const errors: Record<string, string> = {}
  const known = new Map(questions.map(question => [question.id, question]))
  for (const [id, answer] of Object.entries(given)) {
    const question = known.get(id)
    if (!question) {
      errors[id] = NOT_HERE
      continue
    }
    const name = prefix + id
    if ('absence' in answer) {
      fields.push({ [`${name}-absence`]: answer.absence })
      continue
    }
    const read = fieldsOf(question, answer.value, name)
    if (typeof read === 'string') errors[id] = read
    else fields.push(read)
  }
  const typed: FormValues = Object.fromEntries(fields.flatMap(field => Object.entries(field)))
  const asked = new Set(askedOf(questions, typed, prefix).map(question => question.id))
  for (const id of Object.keys(given)) if (known.has(id) && !asked.has(id)) errors[id] ??= NOT_ASKED
  return { typed, errors }
}

const CHOOSE = 'Choose one of the answers'
const TEXT = 'Give a text that is not blank and not too long. The schema says how long it may be'

/** The fields that a value fills, or what is wrong with its shape. */
function fieldsOf(question: Question, value: unknown, name: string): FormValues | string {
  switch (question.type) {
    case 'yes-no':
    case 'choice':
    case 'area':
      return typeof value === 'string' && fits(value, LONGEST_LINE) && !isAbsent(question, value)
        ? { [name]: value }
        : CHOOSE
    case 'text':
      return fits(value, LONGEST_LINE) ? { [name]: value } : TEXT
    case 'long-text':
      return fits(value, LONGEST_TEXT) ? { [name]: value } : TEXT
    case 'choices':
      return Array.isArray(value) &&
        value.every(one => fits(one, LONGEST_LINE) && !isAbsent(question, one)) &&
        value.length > 0 &&
        new Set(value).size === value.length
        ? { [name]: value }
        : 'Give a list of the answers that hold, each once'
    case 'lines':
      return Array.isArray(value) && value.length > 0 && value.every(one => fits(one, LONGEST_ENTRY, LINE))
        ? { [name]: value }
        : 'Give a list of short texts, each on one line'
    case 'person-name':
      return nameFields(value, name)
    case 'birth':
    case 'day':
      return dayFields(value, name)
    case 'spoken-to':
      return spokenFields(value, name)
    case 'grid':
      return gridFields(question, value, name)
  }
}

const SOME = new RegExp(SAYS_SOMETHING, 'u')
const LINE = new RegExp(ONE_LINE, 'u')

const fits = (value: unknown, longest: number, like = SOME): value is string =>
  typeof value === 'string' && like.test(value) && !isLonger(value, longest)

const isAbsent = (question: Question, value: string): boolean =>
  CHOSEN.has(question.type) && value.startsWith(ABSENT)

/** An object with some of these names and no other. */
function partsOf<N extends string>(value: unknown, names: readonly N[]): Partial<Record<N, unknown>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const given = Object.keys(value)
  return given.length > 0 && given.every(name => names.some(one => one === name)) ? value : null
}

function nameFields(value: unknown, name: string): FormValues | string {
  const says = 'Give the name as given and family, or one of them'
  const parts = partsOf(value, ['given', 'family'])
  if (!parts || !Object.values(parts).every(part => fits(part, LONGEST_NAME))) return says
  return Object.fromEntries(Object.entries(parts).map(([part, text]) => [`${name}-${part}`, String(text)]))
}

function dayFields(value: unknown, name: string): FormValues | string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(String(value)) ?? []
  if (typeof value !== 'string' || year === undefined)
    return 'Give a day as 2012-05-07, or a month as 2012-05, or a year as 2012'
  return {
    [`${name}-year`]: year,
    ...(month === undefined ? {} : { [`${name}-month`]: month }),
    ...(day === undefined ? {} : { [`${name}-day`]: day }),
  }
}

function spokenFields(value: unknown, name: string): FormValues | string {
  const says = 'Say to whom you have spoken, or that you reached nobody'
  const parts = partsOf(value, ['spoken', 'reachedNobody'])
  if (!parts) return says
  const { spoken, reachedNobody } = parts
  if (spoken !== undefined && !fits(spoken, LONGEST_LINE)) return says
  if (reachedNobody !== undefined && reachedNobody !== true) return says
  return {
    ...(typeof spoken === 'string' ? { [name]: spoken } : {}),
    ...(reachedNobody ? { [`${name}-nobody`]: 'yes' } : {}),
  }
}

function gridFields(question: Question, value: unknown, name: string): FormValues | string {
  const rows = question.options.map(option => option.code)
  const parts = partsOf(value, rows)
  if (!parts || !rows.every(row => typeof parts[row] === 'string' && parts[row] !== ''))
    return 'Answer each line of the grid, and no other'
  return Object.fromEntries(rows.map(row => [`${name}-${row}`, String(parts[row])]))
}
