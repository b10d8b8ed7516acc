import { absenceWords, isAbsence } from '#vocabulary/absence.ts'
import { sayBorn, sayDays } from '#vocabulary/dates/words.ts'
import { isPlainDate, type PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { Question } from './template.ts'

/** An answer as a person reads it: the value in words, or the reason why there is none. */
export function sayAnswer(
  question: Question,
  answer: { value: unknown; absence: string | null },
  areas: ReadonlyMap<string, string>,
): string {
  if (answer.absence !== null)
    return isAbsence(answer.absence) ? absenceWords[answer.absence] : answer.absence
  const { value } = answer
  const label = (code: unknown): string =>
    question.options.find(option => option.code === code)?.label.en ?? String(code)
  if (question.type === 'grid') return sayGrid(question, value)
  if (question.type === 'lines' && Array.isArray(value)) return value.join('\n')
  if (question.type === 'area') return areas.get(String(value)) ?? 'An area'
  if (question.type === 'yes-no') return value === 'yes' ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map(label).join('; ')
  if (typeof value === 'string') return label(value)
  return question.type === 'day' ? saySpan(value) : sayParts(value)
}

/** By state, in the order of the list, each followed by its rows: 'Now: …'. What was not seen or not known comes last. */
function sayGrid(question: Question, value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  const given = new Map<string, unknown>(Object.entries(value))
  return question.states
    .flatMap(state => {
      const rows = question.options.filter(row => given.get(row.code) === state.code)
      return rows.length > 0 ? [`${state.label.en}: ${rows.map(row => row.label.en).join('; ')}`] : []
    })
    .join('\n')
}

function saySpan(value: unknown): string {
  const [from, to] = spanOf(value)
  return from && to ? sayDays(from, to) : ''
}

function spanOf(value: unknown): [PlainDate?, PlainDate?] {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return []
  const [from, to] = [String(value.from), String(value.to)]
  return isPlainDate(from) && isPlainDate(to) ? [from, to] : []
}

function sayParts(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  if ('reachedNobody' in value)
    return 'spoken' in value
      ? `I cannot reach anyone. Spoken to: ${String(value.spoken)}`
      : 'I cannot reach anyone'
  const [from, to] = spanOf(value)
  if (from && to) return sayBorn(from, to)
  return Object.values(value)
    .filter(part => typeof part === 'string' && part !== '')
    .join(' ')
}
