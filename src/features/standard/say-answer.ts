import { absenceWords, isAbsence } from '#vocabulary/absence.ts'
import { sayBorn } from '#vocabulary/dates/words.ts'
import { isPlainDate } from '#vocabulary/dates/plain-date.ts'
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
    question.options?.find(option => option.code === code)?.label.en ?? String(code)
  if (question.type === 'area') return areas.get(String(value)) ?? 'An area'
  if (question.type === 'yes-no') return value === 'yes' ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map(label).join('; ')
  if (typeof value === 'string') return label(value)
  return sayParts(value)
}

function sayParts(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  if ('reachedNobody' in value)
    return 'spoken' in value
      ? `I cannot reach anyone. Spoken to: ${String(value.spoken)}`
      : 'I cannot reach anyone'
  if ('from' in value && 'to' in value) {
    const [from, to] = [String(value.from), String(value.to)]
    return isPlainDate(from) && isPlainDate(to) ? sayBorn(from, to) : ''
  }
  return Object.values(value)
    .filter(part => typeof part === 'string' && part !== '')
    .join(' ')
}
