import type { FormValues } from '#platform/ui/form-state.ts'
import { readAnswers, type Answer, type Template } from '#features/standard/public.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'

export interface ChildAnswers {
  readonly position: number
  readonly called: string
  readonly answers: readonly Answer[]
}

export interface WholeConcern {
  readonly answers: readonly Answer[]
  readonly children: readonly ChildAnswers[]
  /** By field name; empty when the concern can be sent. */
  readonly errors: Readonly<Record<string, string>>
}

/** The numbers of the children on a draft; a draft begins with one. */
export function childrenOf(typed: FormValues): number[] {
  const listed = typed['children']
  const numbers = (Array.isArray(listed) ? listed : listed ? [listed] : ['1']).map(Number)
  const distinct = new Set(numbers.filter(n => Number.isInteger(n) && n > 0 && n <= MOST_CHILDREN))
  return [...distinct].slice(0, MOST_CHILDREN)
}

export const MOST_CHILDREN = 12

export const childPrefix = (child: number): string => `child-${child}-`

/** Everything typed so far, as answers; what is missing or wrong stands in `errors`. */
export function readConcern(template: Template, typed: FormValues, today: PlainDate): WholeConcern {
  const own = readAnswers(
    template.questions.filter(q => q.each === 'concern'),
    typed,
    { prefix: '', today },
  )
  const perChild = template.questions.filter(q => q.each === 'child')
  const children = childrenOf(typed).map((number, index) => {
    const read = readAnswers(perChild, typed, { prefix: childPrefix(number), today })
    return { position: index + 1, called: calledBy(read.answers), answers: read.answers, errors: read.errors }
  })
  return {
    answers: own.answers,
    children: children.map(({ errors: _, ...child }) => child),
    errors: Object.assign({}, own.errors, ...children.map(child => child.errors)),
  }
}

const NAME_NOT_KNOWN = 'Name not known'

function calledBy(answers: readonly Answer[]): string {
  const name = answers.find(answer => answer.question === 'child-name')?.value
  if (!name || typeof name !== 'object' || Array.isArray(name)) return NAME_NOT_KNOWN
  return (
    [name['given'], name['family']].filter(part => typeof part === 'string' && part).join(' ') ||
    NAME_NOT_KNOWN
  )
}

export function valueOf(answers: readonly Answer[], question: string): Answer['value'] {
  return answers.find(answer => answer.question === question)?.value ?? null
}
