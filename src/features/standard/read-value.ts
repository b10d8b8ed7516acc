import { readDay, type PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import type { AnswerValue } from './read-answers.ts'
import type { Question } from './template.ts'

export const LONGEST_LINE = 500
export const LONGEST_TEXT = 20_000

export type ReadValue =
  { kind: 'value'; value: AnswerValue } | { kind: 'blank' } | { kind: 'fault'; field: string; says: string }

interface At {
  readonly name: string
  readonly today: PlainDate
}

const blank: ReadValue = { kind: 'blank' }

/** What was typed for one question, by its type. */
export function readValue(question: Question, typed: FormValues, at: At): ReadValue {
  switch (question.type) {
    case 'text':
    case 'area':
      return line(typed, at.name, LONGEST_LINE)
    case 'long-text':
      return line(typed, at.name, LONGEST_TEXT)
    case 'yes-no':
      return choice(['yes', 'no'], typed, at.name)
    case 'choice':
      return choice(codesOf(question), typed, at.name)
    case 'choices':
      return choices(codesOf(question), typed, at.name)
    case 'person-name':
      return personName(typed, at.name)
    case 'birth':
      return birth(typed, at)
    case 'spoken-to':
      return spokenTo(typed, at.name)
  }
}

const codesOf = (question: Question): string[] => (question.options ?? []).map(option => option.code)

const textOf = (typed: FormValues, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value.trim() : ''
}

function line(typed: FormValues, name: string, longest: number): ReadValue {
  const value = textOf(typed, name)
  if (value === '') return blank
  if (value.length > longest) {
    return {
      kind: 'fault',
      field: name,
      says: `Enter ${longest.toLocaleString('en-GB')} characters or fewer`,
    }
  }
  return { kind: 'value', value }
}

/** Whom they spoke to, or that they reached nobody; where both were given, both are kept. */
function spokenTo(typed: FormValues, name: string): ReadValue {
  const spoken = line(typed, name, LONGEST_LINE)
  if (!typed[`${name}-nobody`] || spoken.kind === 'fault') return spoken
  const said = spoken.kind === 'value' && typeof spoken.value === 'string' ? { spoken: spoken.value } : {}
  return { kind: 'value', value: { reachedNobody: true, ...said } }
}

function choice(codes: readonly string[], typed: FormValues, name: string): ReadValue {
  const value = textOf(typed, name)
  if (value === '') return blank
  return codes.includes(value)
    ? { kind: 'value', value }
    : { kind: 'fault', field: name, says: 'Choose one of the answers' }
}

function choices(codes: readonly string[], typed: FormValues, name: string): ReadValue {
  const given = typed[name]
  const ticked = given === undefined || given === '' ? [] : typeof given === 'string' ? [given] : [...given]
  if (ticked.length === 0) return blank
  return ticked.every(code => codes.includes(code))
    ? { kind: 'value', value: ticked }
    : { kind: 'fault', field: name, says: 'Choose from the answers listed' }
}

function personName(typed: FormValues, name: string): ReadValue {
  const given = textOf(typed, `${name}-given`)
  const family = textOf(typed, `${name}-family`)
  if (given === '' && family === '') return blank
  if (given.length > 200 || family.length > 200) {
    return { kind: 'fault', field: `${name}-given`, says: 'Enter a name of 200 characters or fewer' }
  }
  return { kind: 'value', value: { given: given || null, family: family || null } }
}

/** A day, or a year alone when that is all that is known. */
function birth(typed: FormValues, at: At): ReadValue {
  const [day, month, year] = ['day', 'month', 'year'].map(part => textOf(typed, `${at.name}-${part}`))
  if (!day && !month && !year) return blank
  if (year && !day && !month && /^\d{4}$/.test(year)) {
    if (year > at.today.slice(0, 4) || year < '1900')
      return { kind: 'fault', field: `${at.name}-year`, says: 'Enter a year that is not in the future' }
    return { kind: 'value', value: { from: `${year}-01-01`, to: `${year}-12-31` } }
  }
  const read = readDay({ day: day ?? '', month: month ?? '', year: year ?? '' }, { notAfter: at.today })
  if (!read.ok) return { kind: 'fault', field: `${at.name}-${read.part ?? 'day'}`, says: read.says }
  return { kind: 'value', value: { from: read.day, to: read.day } }
}
