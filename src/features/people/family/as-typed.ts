import type { Question } from '#features/standard/public.ts'
import type { FormValues } from '#platform/ui/form-state.ts'

/** What the fields of a form would hold for an answer as it is kept. */
export function asTyped(question: Question, answer: { value: unknown; absence: string | null }): FormValues {
  const name = question.id
  const { value, absence } = answer
  if (absence !== null) return { [`${name}-absence`]: absence }
  if (typeof value === 'string') return { [name]: value }
  if (Array.isArray(value)) {
    const all = value.map(String)
    return { [name]: question.type === 'lines' ? all.join('\n') : all }
  }
  const [from, to] = [partOf(value, 'from'), partOf(value, 'to')]
  if (from && to) return dayTyped(name, from, to)
  return { [`${name}-given`]: partOf(value, 'given'), [`${name}-family`]: partOf(value, 'family') }
}

function partOf(value: unknown, part: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, part) : null
  return typeof found === 'string' ? found : ''
}

/** A day whole, or the month or the year alone where no more is known. */
function dayTyped(name: string, from: string, to: string): FormValues {
  const [year = '', month = '', day = ''] = from.split('-')
  const typed = { [`${name}-year`]: year }
  if (from.slice(0, 7) !== to.slice(0, 7)) return typed
  return {
    ...typed,
    [`${name}-month`]: String(Number(month)),
    ...(from === to ? { [`${name}-day`]: String(Number(day)) } : {}),
  }
}
