import { typedFrom, type Question, type Template } from '#features/standard/public.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { FACE, prefixOf, readConcern } from '../reading.ts'
import type { ConcernSent } from './schemas.ts'

export type Answered = Pick<ConcernSent, 'face' | 'answers' | 'parts'>

/**
 * What another system sent, as the fields of a draft: from there on it is a concern like any other. What is wrong is said
 * by where it stands in what was sent: 'parts.child.0.child-name'.
 */
export function readSent(
  template: Template,
  sent: Answered,
  today: PlainDate,
): { typed: FormValues; errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {}
  let typed: FormValues = { [FACE]: sent.face }
  const readEach = (each: string, at: { prefix: string; path: string }, given: Answered['answers']): void => {
    const read = typedFrom(questionsOfEach(template, each), given, at.prefix)
    typed = { ...typed, ...read.typed }
    for (const [question, says] of Object.entries(read.errors)) errors[`${at.path}.${question}`] = says
  }
  readEach('concern', { prefix: '', path: 'answers' }, sent.answers)
  for (const [kind, given] of Object.entries(sent.parts)) {
    const repeat = template.repeats.find(one => one.id === kind)
    const path = `parts.${kind}`
    if (!repeat) errors[path] = 'There are no such parts. The schema lists those that there are'
    else if (given.length > repeat.most) errors[path] = `Give ${repeat.most} at most`
    else {
      typed = { ...typed, [repeat.many]: given.map((_, at) => String(at + 1)) }
      given.forEach((answers, at) =>
        readEach(repeat.id, { prefix: prefixOf(repeat.id, at + 1), path: `${path}.${at}` }, answers),
      )
    }
  }
  const whole = readConcern(template, typed, today)
  for (const repeat of template.repeats) {
    const given = sent.parts[repeat.id]?.length ?? 0
    const read = whole.parts.filter(part => part.each === repeat.id).length
    if (given > 0 && read === 0)
      errors[`parts.${repeat.id}`] ??= 'None of these are asked about after the other answers'
  }
  for (const [field, says] of Object.entries(whole.errors)) errors[pathOf(template, field)] ??= says
  return { typed, errors }
}

const questionsOfEach = (template: Template, each: string): Question[] =>
  template.questions.filter(question => question.each === each)

/** Where a page's field stands in what was sent; the whole of it for a field of no question. */
export function pathOf(template: Template, field: string): string {
  const [, kind, number, rest] = /^([a-z]+)-(\d+)-(.+)$/.exec(field) ?? []
  const repeat = template.repeats.find(one => one.id === kind)
  const each = repeat ? repeat.id : 'concern'
  const name = repeat ? (rest ?? '') : field
  const question = questionsOfEach(template, each)
    .filter(({ id }) => name === id || name.startsWith(`${id}-`))
    .toSorted((one, other) => other.id.length - one.id.length)[0]
  if (!question) return ''
  return repeat ? `parts.${repeat.id}.${Number(number) - 1}.${question.id}` : `answers.${question.id}`
}
