import { lastOfMonth, readDay, type PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { holdsImage, NO_IMAGES } from '#vocabulary/no-images.ts'
import {
  EARLIEST_YEAR,
  isLonger,
  LONGEST_ENTRY,
  LONGEST_LINE,
  LONGEST_NAME,
  LONGEST_TEXT,
  MOST_LINES,
} from './json/limits.ts'
import { forTheRest } from './signs.ts'
import type { AnswerValue } from './read-answers.ts'
import type { Question } from './template.ts'

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
      return choices(question, typed, at.name)
    case 'person-name':
      return personName(typed, at.name)
    case 'birth':
    case 'day':
      return dayOrLess(typed, at)
    case 'lines':
      return lines(typed, at.name)
    case 'grid':
      return grid(question, typed, at.name)
    case 'spoken-to':
      return spokenTo(typed, at.name)
  }
}

const codesOf = (question: Question): string[] => question.options.map(option => option.code)

const textOf = (typed: FormValues, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value.trim() : ''
}

function line(typed: FormValues, name: string, longest: number): ReadValue {
  const value = textOf(typed, name)
  if (value === '') return blank
  if (holdsImage(value)) return { kind: 'fault', field: name, says: NO_IMAGES }
  if (isLonger(value, longest)) {
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

function choices(question: Question, typed: FormValues, name: string): ReadValue {
  const given = typed[name]
  const ticked = given === undefined || given === '' ? [] : typeof given === 'string' ? [given] : [...given]
  if (ticked.length === 0) return blank
  const codes = codesOf(question)
  if (!ticked.every(code => codes.includes(code)))
    return { kind: 'fault', field: name, says: 'Choose from the answers listed' }
  const alone = question.options.find(
    option => question.alone?.includes(option.code) && ticked.includes(option.code),
  )
  if (alone && new Set(ticked).size > 1)
    return {
      kind: 'fault',
      field: name,
      says: `‘${alone.label.en}’ cannot stand together with another answer`,
    }
  return { kind: 'value', value: [...new Set(ticked)] }
}

function personName(typed: FormValues, name: string): ReadValue {
  const given = textOf(typed, `${name}-given`)
  const family = textOf(typed, `${name}-family`)
  if (given === '' && family === '') return blank
  if (isLonger(given, LONGEST_NAME) || isLonger(family, LONGEST_NAME)) {
    return {
      kind: 'fault',
      field: `${name}-given`,
      says: `Enter a name of ${LONGEST_NAME} characters or fewer`,
    }
  }
  return { kind: 'value', value: { given: given || null, family: family || null } }
}

const TOO_EARLY = `Enter a year from ${EARLIEST_YEAR} on`

/** A day, or a month or year alone when that is all that is known: kept as the first and the last day that it can be. */
function dayOrLess(typed: FormValues, at: At): ReadValue {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map(part =>
    textOf(typed, `${at.name}-${part}`),
  )
  if (day === '' && month === '' && year === '') return blank
  const wrong = (part: string, says: string): ReadValue => ({
    kind: 'fault',
    field: `${at.name}-${part}`,
    says,
  })
  if (day === '') {
    if (!/^\d{4}$/.test(year)) return wrong('year', 'Enter the year with four numbers')
    if (year > at.today.slice(0, 4)) return wrong('year', 'Enter a year that is not in the future')
    if (Number(year) < EARLIEST_YEAR) return wrong('year', TOO_EARLY)
    if (month === '') return { kind: 'value', value: { from: `${year}-01-01`, to: `${year}-12-31` } }
    const first = readDay({ day: '1', month, year }, { notAfter: at.today })
    if (!first.ok) return wrong('month', first.says)
    return { kind: 'value', value: { from: first.day, to: lastOfMonth(first.day) } }
  }
  const read = readDay({ day, month, year }, { notAfter: at.today })
  if (!read.ok) return wrong(read.part ?? 'day', read.says)
  if (Number(year) < EARLIEST_YEAR) return wrong('year', TOO_EARLY)
  return { kind: 'value', value: { from: read.day, to: read.day } }
}

/** Several short answers, one on each line. */
function lines(typed: FormValues, name: string): ReadValue {
  const given = typed[name]
  const text = typeof given === 'string' ? given : (given ?? []).join('\n')
  const value = text
    .split('\n')
    .map(one => one.trim())
    .filter(one => one !== '')
  if (value.length === 0) return blank
  if (holdsImage(text)) return { kind: 'fault', field: name, says: NO_IMAGES }
  if (value.length > MOST_LINES)
    return { kind: 'fault', field: name, says: `Enter ${MOST_LINES} lines or fewer` }
  if (value.some(one => isLonger(one, LONGEST_ENTRY)))
    return { kind: 'fault', field: name, says: `Enter ${LONGEST_ENTRY} characters or fewer on each line` }
  return { kind: 'value', value }
}

/** A state for each row; one answer for all that were left open is the sender's own, and never filled in for them. */
function grid(question: Question, typed: FormValues, name: string): ReadValue {
  const states = question.states.map(state => state.code)
  const rest = textOf(typed, `${name}-rest`)
  if (rest !== '' && !forTheRest(question).some(state => state.code === rest))
    return { kind: 'fault', field: `${name}-rest`, says: 'Choose one of the answers' }
  const given = question.options.map(row => [row.code, textOf(typed, `${name}-${row.code}`) || rest] as const)
  if (given.every(([, state]) => state === '')) return blank
  for (const [row, state] of given) {
    if (state !== '' && !states.includes(state))
      return { kind: 'fault', field: `${name}-${row}`, says: 'Choose one of the answers' }
  }
  const open = given.find(([, state]) => state === '')
  if (open)
    return {
      kind: 'fault',
      field: `${name}-${open[0]}`,
      says: `Answer each line of ‘${question.label.en}’, or say what holds for the rest`,
    }
  return { kind: 'value', value: Object.fromEntries(given) }
}
