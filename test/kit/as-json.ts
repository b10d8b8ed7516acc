import { askedOf, type Question, type Template } from '#features/standard/public.ts'
import { numbersOf, prefixOf } from '#features/concerns/reading.ts'
import type { Answered } from '#features/concerns/api/read-sent.ts'
import type { FormValues } from '#platform/ui/form-state.ts'

type Given = Record<string, unknown>

/**
 * What was typed on the pages as another system would send it, faults and all: what is blank is left out, a wrong code
 * stays wrong. Written apart from the reader that it is a test of.
 */
export function asJson(template: Template, typed: FormValues, face: string): Answered {
  const each = (id: string, prefix: string): Given => {
    const questions = template.questions.filter(question => question.each === id)
    return Object.fromEntries(
      askedOf(questions, typed, prefix).flatMap(question => {
        const answer = answerOf(question, typed, prefix + question.id)
        return answer ? [[question.id, answer]] : []
      }),
    )
  }
  return {
    face,
    answers: each('concern', ''),
    parts: Object.fromEntries(
      template.repeats.map(repeat => [
        repeat.id,
        numbersOf(typed, repeat).map(number => each(repeat.id, prefixOf(repeat.id, number))),
      ]),
    ),
  } as unknown as Answered
}

function answerOf(question: Question, typed: FormValues, name: string): Given | null {
  const one = typed[name]
  const chosen =
    typeof one === 'string' && one.startsWith('absent:') ? one.slice('absent:'.length) : undefined
  const beside = typed[`${name}-absence`] || undefined
  // Two reasons are a fault, and one answer holds one: they stay a list, which is one too.
  const absence =
    beside !== undefined && chosen !== undefined && beside !== chosen ? [beside, chosen] : (beside ?? chosen)
  const value = chosen === undefined ? valueOf(question, typed, name) : undefined
  if (!absence && value === undefined) return null
  return { ...(value === undefined ? {} : { value }), ...(absence ? { absence } : {}) }
}

function valueOf(question: Question, typed: FormValues, name: string): unknown {
  const given = typed[name]
  const part = (of: string): string | undefined => {
    const text = typed[`${name}-${of}`]
    return typeof text === 'string' && text !== '' ? text : undefined
  }
  switch (question.type) {
    case 'choices':
      return given === undefined || given === '' ? undefined : [given].flat()
    case 'lines':
      return typeof given === 'string' && given !== '' ? given.split('\n') : undefined
    case 'person-name': {
      const [first, last] = [part('given'), part('family')]
      return first === undefined && last === undefined
        ? undefined
        : {
            ...(first === undefined ? {} : { given: first }),
            ...(last === undefined ? {} : { family: last }),
          }
    }
    case 'birth':
    case 'day': {
      const parts = [part('year'), part('month')?.padStart(2, '0'), part('day')?.padStart(2, '0')]
      return parts.every(one => one === undefined)
        ? undefined
        : parts.filter(one => one !== undefined).join('-')
    }
    case 'spoken-to': {
      const nobody = part('nobody') !== undefined
      if (!given && !nobody) return undefined
      return { ...(given ? { spoken: given } : {}), ...(nobody ? { reachedNobody: true } : {}) }
    }
    case 'grid': {
      const rows = question.options.map(row => [row.code, part(row.code) ?? part('rest')] as const)
      return rows.every(([, state]) => state === undefined)
        ? undefined
        : Object.fromEntries(rows.filter(([, state]) => state !== undefined))
    }
    case 'yes-no':
    case 'choice':
    case 'area':
    case 'text':
    case 'long-text':
      return given === '' ? undefined : given
  }
}
