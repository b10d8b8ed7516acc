import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askedOf, currentTemplate, templateFor, type Template } from '#features/standard/public.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { CATEGORIES } from '#vocabulary/categories.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import { anyConcern, fieldsOf } from '#test/kit/any-concern.ts'
import { asJson } from '#test/kit/as-json.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { readConcern } from '../reading.ts'
import { pagesOf } from '../record/draft.ts'
import { readSent, type Answered } from './read-sent.ts'
import { concernSchema } from './schema.ts'
import { ConcernSent } from './schemas.ts'

let t: TestApp
let whole: Template
beforeAll(async () => {
  t = await testApp()
  whole = await t.act('Leah Brandt', act => currentTemplate(act.tx))
})
afterAll(() => t[Symbol.asyncDispose]())

const today = plainDate('2026-11-24')
const areas = [{ id: 'area', name: 'Area' }]
const asked = (face: string) => templateFor(whole, { face, writes: new Set(CATEGORIES) })
const schemaOf = (template: Template, face: string) => concernSchema(template, { face, today, areas })

/** Whether the published schema accepts it. */
function accepting(template: Template, face: string): (sent: Answered) => boolean {
  const validate = new Ajv2020({ strict: false, allErrors: false }).compile(schemaOf(template, face))
  return sent => validate(bodyOf(template, sent))
}

const bodyOf = (template: Template, sent: Answered) => ({
  template: template.version,
  sentBy: { name: 'Jane Poole', role: 'Class teacher' },
  ...sent,
})

/** Which areas there are, sending asks the database: both ways of sending end in `sendConcern`. */
const isThere = (typed: FormValues): boolean => areas.some(area => area.id === typed['child-area'])

const onPages = (template: Template, typed: FormValues): boolean =>
  Object.keys(readConcern(template, typed, today).errors).length === 0 && isThere(typed)
/** As the API reads it: first the shape of the whole, then the answers. */
const byApi = (template: Template, sent: Answered): boolean => {
  if (!ConcernSent.safeParse(bodyOf(template, sent)).success) return false
  const { typed, errors } = readSent(template, sent, today)
  return Object.keys(errors).length === 0 && isThere(typed)
}

/** Ways in which an answer goes wrong: blank, both, no such code, too long, a day to come, an image as text. */
const SPOILT = ['blank', 'both', 'no such reason', 'no such code', 'too long', 'to come', 'image'] as const

function spoil(typed: FormValues, name: string, how: (typeof SPOILT)[number]): FormValues {
  const others = Object.fromEntries(
    Object.entries(typed).filter(([field]) => !fieldsOf(typed, name).includes(field)),
  )
  switch (how) {
    case 'blank':
      return others
    case 'both':
      return {
        ...typed,
        [`${name}-absence`]: 'not-known',
        [name]: typed[name] ?? 'x',
        [`${name}-given`]: 'x',
      }
    case 'no such reason':
      return { ...others, [`${name}-absence`]: 'not-so' }
    case 'no such code':
      return { ...typed, [`${name}-absence`]: '', [name]: 'no-such-code' }
    case 'too long':
      return { ...others, [name]: 'x'.repeat(20_001), [`${name}-given`]: 'x'.repeat(201) }
    case 'to come':
      return { ...others, [`${name}-day`]: '25', [`${name}-month`]: '11', [`${name}-year`]: '2026' }
    case 'image':
      return { ...others, [name]: 'data:image/png;base64,AAAA' }
  }
}

describe.each(['referrer', 'practitioner'])('page, API and schema agree on the concern of a %s', face => {
  test('that can be sent: 500 of them', () => {
    const template = asked(face)
    const accepts = accepting(template, face)
    fc.assert(
      fc.property(anyConcern(template, ['area']), typed => {
        const sent = asJson(template, typed, face)
        expect([onPages(template, typed), byApi(template, sent), accepts(sent)]).toEqual([true, true, true])
        const { typed: again } = readSent(template, sent, today)
        expect(readConcern(template, again, today)).toEqual(readConcern(template, typed, today))
      }),
      { numRuns: 500 },
    )
  })

  test('that is spoilt at one answer or several: 500 that cannot be sent', () => {
    const template = asked(face)
    const accepts = accepting(template, face)
    const ways = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...SPOILT)), { minLength: 1, maxLength: 4 })
    let refused = 0
    fc.assert(
      fc.property(anyConcern(template, ['area']), ways, (typed, spoilt) => {
        let wrong = typed
        for (const [at, how] of spoilt) {
          const names = pagesOf(template, wrong).flatMap(page =>
            askedOf(page.questions, wrong, page.prefix).map(question => page.prefix + question.id),
          )
          wrong = spoil(wrong, names[at % names.length] ?? '', how)
        }
        const sent = asJson(template, wrong, face)
        const verdict = onPages(template, wrong)
        if (!verdict) refused += 1
        expect([byApi(template, sent), accepts(sent)]).toEqual([verdict, verdict])
        // Some spoil nothing: a word in a field that is not read. They agree too, and are not counted.
        fc.pre(!verdict)
      }),
      { numRuns: 500, maxSkipsPerRun: 100 },
    )
    expect(refused).toBeGreaterThanOrEqual(500)
  })

  test('an answer to what is not asked, or to no question, is refused by API and schema', () => {
    const template = asked(face)
    const accepts = accepting(template, face)
    fc.assert(
      fc.property(anyConcern(template, ['area']), fc.nat(), (typed, at) => {
        const sent = asJson(template, typed, face)
        const missing = template.questions.filter(
          question => question.each === 'concern' && !(question.id in sent.answers),
        )
        const id = missing.length > 0 ? (missing[at % missing.length]?.id ?? '') : 'no-such-question'
        const more = { ...sent, answers: { ...sent.answers, [id]: { value: 'x' } } }
        expect([byApi(template, more), accepts(more)]).toEqual([false, false])
        expect(Object.keys(readSent(template, more, today).errors)).toEqual([`answers.${id}`])
      }),
      { numRuns: 200 },
    )
  })

  test('programs in other languages can read the patterns of the schema', () => {
    const patterns = [
      ...JSON.stringify(schemaOf(asked(face), face)).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g),
    ]
    expect(patterns.length).toBeGreaterThan(5)
    const own = patterns.map(([, text = '""']) => String(JSON.parse(text)))
    expect(own.filter(one => one.includes('[^]') || /\\u[dD][89a-fA-F]|\\u\{|\\p\{/.test(one))).toEqual([])
  })

  test('a question taken out of the template is gone from the schema and refused by the API', () => {
    const full = asked(face)
    const [typed] = fc.sample(anyConcern(full, ['area']), { numRuns: 1, seed: 7 })
    if (!typed) throw new Error('nothing typed')
    const sent = asJson(full, typed, face)
    for (const { id } of full.questions) {
      const template = { ...full, questions: full.questions.filter(one => one.id !== id) }
      expect(JSON.stringify(schemaOf(full, face))).toContain(`"${id}":{"title"`)
      expect(JSON.stringify(schemaOf(template, face))).not.toContain(`"${id}":{"title"`)
      const given = id in sent.answers || Object.values(sent.parts).some(all => all.some(one => id in one))
      if (given) expect(byApi(template, sent)).toBe(false)
    }
  })
})
