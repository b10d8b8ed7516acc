import type { WritingAct } from '#core/access/act.ts'
import {
  currentTemplate,
  faceOf,
  holds,
  readAnswers,
  templateFor,
  type Answer,
  type Repeat,
  type Template,
} from '#features/standard/public.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { FormValues } from '#platform/ui/form-state.ts'

/** What is said of one child, of one adult around them, or of one other person. */
export interface Part {
  /** By the repeat of the template: 'child', 'adult', 'person'. */
  readonly each: string
  readonly position: number
  readonly called: string
  readonly answers: readonly Answer[]
}

export interface WholeConcern {
  readonly answers: readonly Answer[]
  readonly parts: readonly Part[]
  /** By field name; empty when the concern can be sent. */
  readonly errors: Readonly<Record<string, string>>
}

export const CHILD = 'child'

export const childrenIn = (whole: WholeConcern): Part[] => whole.parts.filter(part => part.each === CHILD)

/** The field of a draft in which the face stands that its writer chose. */
export const FACE = 'face'

/** The newest template, as whoever writes this draft is asked it. */
export async function templateAsked(act: WritingAct, typed: FormValues): Promise<Template> {
  const template = await currentTemplate(act.tx)
  return templateFor(template, { face: faceOf(template, typed[FACE]), writes: act.viewer.writes })
}

/** The numbers of those on a draft; there are always as many as the template wants at least, and none that it does not ask for. */
export function numbersOf(typed: FormValues, repeat: Repeat): number[] {
  if (repeat.after && !holds(repeat.after, typed, '')) return []
  const listed = typed[repeat.many]
  const given = typeof listed === 'string' ? [listed] : (listed ?? [])
  const numbers = new Set(given.map(Number).filter(n => Number.isInteger(n) && n > 0 && n <= repeat.most))
  for (let number = 1; numbers.size < repeat.least; number += 1) numbers.add(number)
  return [...numbers]
}

export const prefixOf = (each: string, number: number): string => `${each}-${number}-`

/** Everything typed so far, as answers to the template as its writer is asked it; what is missing or wrong stands in `errors`. */
export function readConcern(template: Template, typed: FormValues, today: PlainDate): WholeConcern {
  const own = readAnswers(questionsOfEach(template, 'concern'), typed, { prefix: '', today })
  const errors: Record<string, string> = { ...own.errors }
  const parts = template.repeats.flatMap(repeat => {
    const questions = questionsOfEach(template, repeat.id)
    const numbers = numbersOf(typed, repeat)
    if (repeat.after && holds(repeat.after, typed, '') && numbers.length === 0)
      errors[repeat.after.question] = `Add at least one ${repeat.one.en}, or change this answer`
    return numbers.map((number, index): Part => {
      const read = readAnswers(questions, typed, { prefix: prefixOf(repeat.id, number), today })
      Object.assign(errors, read.errors)
      return {
        each: repeat.id,
        position: index + 1,
        called: calledBy(repeat.id, read.answers),
        answers: read.answers,
      }
    })
  })
  return { answers: own.answers, parts, errors }
}

const questionsOfEach = (template: Template, each: string) =>
  template.questions.filter(question => question.each === each)

/** What someone on a draft is called so far, for the head of their pages. */
export function calledIn(typed: FormValues, each: string, number: number): string {
  const name = `${prefixOf(each, number)}${each}-name`
  return [typed[`${name}-given`], typed[`${name}-family`]]
    .filter(part => typeof part === 'string' && part)
    .join(' ')
}

const NAME_NOT_KNOWN = 'Name not known'

function calledBy(each: string, answers: readonly Answer[]): string {
  const name = valueOf(answers, `${each}-name`)
  const nickname = valueOf(answers, `${each}-nicknames`)
  const parts =
    name && typeof name === 'object' && !Array.isArray(name) ? [name['given'], name['family']] : []
  return (
    parts.filter(part => typeof part === 'string' && part).join(' ') ||
    (Array.isArray(nickname) ? `‘${nickname[0]}’` : NAME_NOT_KNOWN)
  )
}

export function valueOf(answers: readonly Answer[], question: string): Answer['value'] {
  return answers.find(answer => answer.question === question)?.value ?? null
}
