import fc from 'fast-check'
import { prefixOf } from '#features/concerns/reading.ts'
import { ABSENT, CHOSEN, type Question, type Template } from '#features/standard/public.ts'
import type { FormValues } from '#platform/ui/form-state.ts'

type Typed = Record<string, string | string[]>

const line = fc
  .string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...'abcdeé ’-<&"0123') })
  .map(text => `x${text}`)
const absence = (question: Question, name: string) =>
  fc
    .tuple(fc.constantFrom(...question.absences), fc.boolean())
    // Beside the question, or as one of its choices.
    .map(([why, beside]): Typed =>
      beside || !CHOSEN.has(question.type) ? { [`${name}-absence`]: why } : { [name]: ABSENT + why },
    )

/** A value for one question, as it is typed. */
function value(question: Question, name: string, areas: readonly string[]): fc.Arbitrary<Typed> {
  const codes = question.options.map(option => option.code)
  switch (question.type) {
    case 'yes-no':
      return fc.constantFrom('yes', 'no').map(code => ({ [name]: code }))
    case 'choice':
      return fc.constantFrom(...codes).map(code => ({ [name]: code }))
    case 'choices':
      return fc
        .subarray(
          codes.filter(code => !question.alone?.includes(code)),
          { minLength: 1 },
        )
        .map(ticked => ({ [name]: ticked }))
    case 'area':
      return fc.constantFrom(...areas).map(area => ({ [name]: area }))
    case 'text':
    case 'long-text':
      return line.map(text => ({ [name]: text }))
    case 'lines':
      return fc.array(line, { minLength: 1, maxLength: 5 }).map(all => ({ [name]: all.join('\n') }))
    case 'person-name':
      return fc
        .tuple(line, line)
        .map(([given, family]) => ({ [`${name}-given`]: given, [`${name}-family`]: family }))
    case 'birth':
    case 'day':
      return fc
        .record({
          year: fc.integer({ min: 1990, max: 2025 }),
          month: fc.integer({ min: 1, max: 12 }),
          part: fc.constantFrom(1, 2, 3),
        })
        .map(({ year, month, part }) => ({
          [`${name}-year`]: String(year),
          ...(part > 1 ? { [`${name}-month`]: String(month) } : {}),
          ...(part > 2 ? { [`${name}-day`]: '28' } : {}),
        }))
    case 'spoken-to':
      return fc.oneof(
        line.map((text): Typed => ({ [name]: text })),
        fc.constant<Typed>({ [`${name}-nobody`]: 'yes' }),
      )
    case 'grid': {
      const states = fc.constantFrom(...question.states.map(state => state.code))
      return fc
        .tuple(
          fc.array(states, { minLength: codes.length, maxLength: codes.length }),
          fc.option(fc.constantFrom('not-seen', 'not-known')),
        )
        .map(([each, rest]): Typed =>
          rest === null
            ? Object.fromEntries(codes.map((code, n) => [`${name}-${code}`, each[n] ?? '']))
            : { [`${name}-rest`]: rest, [`${name}-${codes[0]}`]: each[0] ?? '' },
        )
    }
  }
}

const answer = (question: Question, name: string, areas: readonly string[]): fc.Arbitrary<Typed> =>
  question.absences.length > 0
    ? fc.oneof(
        { weight: 3, arbitrary: value(question, name, areas) },
        { weight: 1, arbitrary: absence(question, name) },
      )
    : value(question, name, areas)

/** A concern that can be sent, as somebody might type it: each question answered or a reason given, also such as are not asked. */
export const anyConcern = (template: Template, areas: readonly string[]): fc.Arbitrary<FormValues> =>
  fc
    .tuple(
      ...template.repeats.map(repeat =>
        fc.integer({ min: Math.max(1, repeat.least), max: Math.min(3, repeat.most) }),
      ),
    )
    .chain(counts => {
      const asked = template.questions.flatMap(question => {
        const at = template.repeats.findIndex(repeat => repeat.id === question.each)
        if (at < 0) return [answer(question, question.id, areas)]
        return Array.from({ length: counts[at] ?? 1 }, (_, n) =>
          answer(question, prefixOf(question.each, n + 1) + question.id, areas),
        )
      })
      const numbers = Object.fromEntries(
        template.repeats.map((repeat, at) => [
          repeat.many,
          Array.from({ length: counts[at] ?? 1 }, (_, n) => String(n + 1)),
        ]),
      )
      return fc.tuple(...asked).map(all => Object.assign({}, numbers, ...all))
    })

/** The field names of one answer. */
export const fieldsOf = (typed: FormValues, name: string): string[] =>
  Object.keys(typed).filter(field => field === name || field.startsWith(`${name}-`))
