import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askedOf, currentTemplate, sayAnswer, templateFor, type Template } from '#features/standard/public.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import { CATEGORIES } from '#vocabulary/categories.ts'
import { anyConcern, fieldsOf } from '#test/kit/any-concern.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { pagesOf } from './record/draft.ts'
import { StepPage } from './record/pages.tsx'
import { readConcern } from './reading.ts'
import { thoseWhoWork } from './sealed/named.ts'
import { sendConcern } from './send/service.ts'

let t: TestApp
let whole: Template
beforeAll(async () => {
  t = await testApp()
  whole = await t.act('Leah Brandt', act => currentTemplate(act.tx))
})
afterAll(() => t[Symbol.asyncDispose]())

const today = plainDate('2026-11-24')
const FACES = ['referrer', 'practitioner'] as const
const asked = (face: string) => templateFor(whole, { face, writes: new Set(CATEGORIES) })
const emptyPage = { areas: [{ id: 'area', name: 'Area' }], rings: [], mayAdd: false, mayRemove: false }
const emptyForm = { errors: {}, csrf: '', formKey: '', restored: false }

describe.each(FACES)('any concern of a %s', face => {
  test('that is typed in full can be sent, with one answer to each question asked and none to another', () => {
    const template = asked(face)
    fc.assert(
      fc.property(anyConcern(template, ['area']), typed => {
        const read = readConcern(template, typed, today)
        expect(read.errors).toEqual({})
        const asked = pagesOf(template, typed).flatMap(page =>
          askedOf(page.questions, typed, page.prefix).map(question => question.id),
        )
        const answered = [read, ...read.parts].flatMap(one => one.answers.map(answer => answer.question))
        expect(answered.toSorted()).toEqual(asked.toSorted())
        for (const { answers } of [read, ...read.parts]) {
          expect(new Set(answers.map(answer => answer.question)).size).toBe(answers.length)
          for (const answer of answers) {
            expect((answer.value === null) === (answer.absence !== null)).toBe(true)
            const question = template.questions.find(one => one.id === answer.question)
            if (!question) throw new Error(`an answer to no question: ${answer.question}`)
            expect(sayAnswer(question, answer, new Map())).not.toBe('')
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('with one answer taken away, or spoilt, is refused at that question and no other', () => {
    const template = asked(face)
    fc.assert(
      fc.property(
        anyConcern(template, ['area']),
        fc.nat(),
        fc.constantFrom('blank', 'both', 'wrong'),
        (typed, at, how) => {
          const asked = pagesOf(template, typed).flatMap(page =>
            askedOf(page.questions, typed, page.prefix).map(question => ({
              question,
              name: page.prefix + question.id,
            })),
          )
          const { question, name } = asked[at % asked.length] ?? {}
          if (!question || !name) throw new Error('nothing is asked')
          // What others are asked after would change what else is asked.
          fc.pre(!template.questions.some(one => one.askedWhen?.question === question.id))
          fc.pre(!template.repeats.some(repeat => repeat.after?.question === question.id))
          const kept = Object.fromEntries(
            Object.entries(typed).filter(([field]) => !fieldsOf(typed, name).includes(field)),
          )
          const spoilt = {
            ...kept,
            ...(how === 'both' && question.absences[0] && question.type === 'text'
              ? { [name]: 'x', [`${name}-absence`]: question.absences[0] }
              : {}),
            ...(how === 'wrong' ? { [`${name}-absence`]: 'not-so' } : {}),
          }
          const wrong = Object.keys(readConcern(template, spoilt, today).errors)
          expect(wrong).not.toEqual([])
          expect(wrong.filter(field => field !== name && !field.startsWith(`${name}-`))).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a question taken out of the template is gone from page, check and what is sent', () => {
    const full = asked(face)
    const [typed] = fc.sample(anyConcern(full, ['area']), { numRuns: 1, seed: 7 })
    if (!typed) throw new Error('nothing typed')
    const drawn = (template: Template, step: string): string =>
      pagesOf(template, typed)
        .filter(page => page.step === step)
        .map(page => StepPage({ ...emptyPage, form: { ...emptyForm, values: typed }, page }).toString())
        .join('')
    let seen = 0
    for (const question of full.questions) {
      const template = { ...full, questions: full.questions.filter(one => one.id !== question.id) }
      const field = new RegExp(
        `name="(child-1-|adult-1-|person-1-)?${question.id}(-absence|-given|-rest|-year)?"`,
      )
      if (field.test(drawn(full, question.step))) seen += 1
      expect(drawn(template, question.step)).not.toMatch(field)
      const { answers, parts, errors } = readConcern(template, typed, today)
      expect(
        [...answers, ...parts.flatMap(part => part.answers)].map(answer => answer.question),
      ).not.toContain(question.id)
      expect(Object.keys(errors)).toEqual([])
    }
    // Of people of whom this sender knows none there is no page.
    expect(seen).toBeGreaterThan(full.questions.length / 2)
  })
})

test('what can be sent is kept whole: each answer is a row, and the receiver reads it', async () => {
  const template = await t.act('Leah Brandt', async act =>
    templateFor(whole, { face: 'practitioner', writes: act.viewer.writes }),
  )
  const area = t.idOf('area Wexcombe North')
  for (const typed of fc.sample(anyConcern(template, [area]), { numRuns: 10, seed: 11 })) {
    const sent = { ...typed, face: 'practitioner', 'child-area': area }
    const read = readConcern(template, sent, today)
    const { concernId } = await t.act('Leah Brandt', act => sendConcern(act, sent))
    const rows = await t.database.superuser
      .selectFrom('concernAnswer')
      .select(['question', 'category', 'value', 'absence'])
      .where('subject', '=', concernId)
      .execute()
    expect(rows).toHaveLength(
      read.answers.length + read.parts.reduce((sum, part) => sum + part.answers.length, 0),
    )
    const reader = thoseWhoWork(read).length > 0 ? 'Judith Amos' : 'Priya Raman'
    expect((await (await t.as(reader)).get(`/concerns/${concernId}`)).statusCode).toBe(200)
  }
})
