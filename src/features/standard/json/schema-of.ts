import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { AskedWhen, Question, Repeat, Template } from '../template.ts'
import {
  EARLIEST_YEAR,
  LONGEST_ENTRY,
  LONGEST_LINE,
  LONGEST_NAME,
  LONGEST_TEXT,
  MOST_LINES,
} from './limits.ts'
import { DAY_OR_LESS, notAfter, notBefore, ONE_LINE, PASTED_IMAGE, SAYS_SOMETHING } from './patterns.ts'

type Schema = Readonly<Record<string, unknown>>

export interface Choosable {
  readonly id: string
  readonly name: string
}

/**
 * What the answers to a template look like as JSON, as a JSON Schema (2020-12): which questions are asked after which
 * answers, what each may hold, and which reasons for having none it permits. A concern that fits it is accepted, and
 * one that is accepted fits it (`agreement.test.ts`).
 *
 * @param template as one sender is asked it
 * @param today no day that is answered lies after it
 * @param areas those to which this sender may send
 */
export function answersSchema(
  template: Template,
  how: { today: PlainDate; areas: readonly Choosable[] },
): { answers: Schema; parts: Schema; conditions: readonly Schema[] } {
  const each = (id: string): Schema => eachSchema(template, id, how)
  return {
    answers: each('concern'),
    parts: {
      type: 'object',
      properties: Object.fromEntries(
        template.repeats.map(repeat => [
          repeat.id,
          {
            type: 'array',
            minItems: repeat.after ? 0 : repeat.least,
            maxItems: repeat.most,
            items: each(repeat.id),
            description: `Each ${repeat.one.en}.`,
          },
        ]),
      ),
      required: template.repeats.filter(repeat => !repeat.after && repeat.least > 0).map(({ id }) => id),
      additionalProperties: false,
    },
    conditions: template.repeats.flatMap(repeat => (repeat.after ? [someOf(repeat, repeat.after)] : [])),
  }
}

/** Other people are there after "yes, there are", and not otherwise. */
const someOf = (repeat: Repeat, after: AskedWhen): Schema => ({
  if: { properties: { answers: saysOneOf(after) }, required: ['answers'] },
  // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
  then: {
    properties: { parts: { required: [repeat.id], properties: { [repeat.id]: { minItems: 1 } } } },
    required: ['parts'],
  },
  else: { properties: { parts: { properties: { [repeat.id]: { maxItems: 0 } } } } },
})

function eachSchema(
  template: Template,
  id: string,
  how: { today: PlainDate; areas: readonly Choosable[] },
): Schema {
  const questions = template.questions.filter(question => question.each === id)
  const conditions = questions.flatMap(question =>
    question.askedWhen ? [asked(question, question.askedWhen)] : [],
  )
  return {
    type: 'object',
    properties: Object.fromEntries(questions.map(question => [question.id, answerSchema(question, how)])),
    required: questions.filter(question => !question.askedWhen).map(question => question.id),
    additionalProperties: false,
    // A schema may not have an empty list of them.
    ...(conditions.length > 0 ? { allOf: conditions } : {}),
  }
}

/** Asked after an answer, it must be answered; otherwise there is nothing to answer. */
const asked = (question: Question, when: AskedWhen): Schema => ({
  if: saysOneOf(when),
  // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
  then: { required: [question.id] },
  else: { properties: { [question.id]: false } },
})

const saysOneOf = (when: AskedWhen): Schema => ({
  required: [when.question],
  properties: {
    [when.question]: {
      required: ['value'],
      properties: { value: { anyOf: [{ enum: when.is }, { type: 'array', contains: { enum: when.is } }] } },
    },
  },
})

const answerSchema = (
  question: Question,
  how: { today: PlainDate; areas: readonly Choosable[] },
): Schema => ({
  title: question.label.en,
  ...(question.hint ? { description: question.hint.en } : {}),
  type: 'object',
  properties: {
    value: valueSchema(question, how),
    ...(question.absences.length > 0 ? { absence: { enum: question.absences } } : {}),
  },
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
})

const text = (maxLength: number): Schema => ({
  type: 'string',
  maxLength,
  pattern: SAYS_SOMETHING,
  not: { pattern: PASTED_IMAGE },
})

const oneOf = (codes: readonly string[]): Schema => ({ enum: codes })

function valueSchema(question: Question, how: { today: PlainDate; areas: readonly Choosable[] }): Schema {
  const codes = question.options.map(option => option.code)
  switch (question.type) {
    case 'yes-no':
      return oneOf(['yes', 'no'])
    case 'choice':
      return oneOf(codes)
    case 'area':
      return how.areas.length > 0
        ? { oneOf: how.areas.map(area => ({ const: area.id, title: area.name })) }
        : { not: {} }
    case 'choices':
      return {
        type: 'array',
        items: oneOf(codes),
        minItems: 1,
        uniqueItems: true,
        ...(question.alone?.length
          ? { anyOf: [{ maxItems: 1 }, { not: { contains: oneOf(question.alone) } }] }
          : {}),
      }
    case 'text':
      return text(LONGEST_LINE)
    case 'long-text':
      return text(LONGEST_TEXT)
    case 'lines':
      return {
        type: 'array',
        items: { ...text(LONGEST_ENTRY), pattern: ONE_LINE },
        minItems: 1,
        maxItems: MOST_LINES,
      }
    case 'person-name': {
      const part = { type: 'string', maxLength: LONGEST_NAME, pattern: SAYS_SOMETHING }
      return {
        type: 'object',
        properties: { given: part, family: part },
        additionalProperties: false,
        minProperties: 1,
      }
    }
    case 'birth':
    case 'day':
      return {
        type: 'string',
        pattern: DAY_OR_LESS,
        allOf: [{ pattern: notBefore(EARLIEST_YEAR) }, { pattern: notAfter(how.today) }],
      }
    case 'spoken-to':
      return {
        type: 'object',
        properties: { spoken: text(LONGEST_LINE), reachedNobody: { const: true } },
        additionalProperties: false,
        minProperties: 1,
      }
    case 'grid':
      return {
        type: 'object',
        properties: Object.fromEntries(
          codes.map(code => [code, oneOf(question.states.map(one => one.code))]),
        ),
        required: codes,
        additionalProperties: false,
      }
  }
}
