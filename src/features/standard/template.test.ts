import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CATEGORIES, type Category } from '#vocabulary/categories.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { QuestionFields } from './question-fields.tsx'
import { askedOf, readAnswers } from './read-answers.ts'
import { readTemplate, StoredTemplate, templateFor } from './template.ts'

/** As the migration publishes it. */
const published = (file: string): unknown => {
  const text = readFileSync(new URL(`../../../migrations/${file}`, import.meta.url), 'utf8')
  return JSON.parse(/\$json\$([\s\S]*)\$json\$/.exec(text)?.[1] ?? '')
}
const document = StoredTemplate.parse(published('0033-template-in-full.sql'))
const template = readTemplate(document)
const all = new Set(CATEGORIES)

describe('the template in full', () => {
  test('has at least 45 questions in nine steps, and each list a source', () => {
    expect(template.questions.length).toBeGreaterThanOrEqual(45)
    expect(template.steps).toHaveLength(9)
    for (const { source, options } of Object.values(document.lists)) {
      expect(source).not.toBe('')
      expect(new Set(options.map(option => option.code)).size).toBe(options.length)
    }
    const used = document.questions.flatMap(question => [question.list, question.states])
    expect(Object.keys(document.lists).filter(name => !used.includes(name))).toEqual([])
  })

  test('is read as the older ones are', () => {
    const first = readTemplate(published('0015-short-template.sql'))
    expect(first.questions).toHaveLength(12)
    expect(first.repeats.map(repeat => repeat.many)).toEqual(['children'])
  })

  test('a referrer is asked neither for health nor for a grid of signs (practice A24)', () => {
    const asked = templateFor(template, { face: 'referrer', writes: all })
    expect(asked.steps.map(step => step.id)).toEqual([
      'danger',
      'area',
      'child',
      'what-happened',
      'people',
      'done',
    ])
    expect(asked.questions.filter(q => q.type === 'grid' || /health/.test(q.category))).toEqual([])
    expect(asked.questions.find(q => q.id === 'asked-child')?.options[0]?.label.en).toBe(
      'I asked the child nothing',
    )
  })

  test('health is asked of those whose role writes it', () => {
    const writes = new Set<Category>([...all].filter(category => !category.includes('health')))
    const health = (asked: ReadonlySet<Category>) =>
      templateFor(template, { face: 'practitioner', writes: asked }).questions.filter(q =>
        /health/.test(q.category),
      )
    expect(health(all).map(q => q.id)).toEqual(['signs-health', 'signs-sexual-health'])
    expect(health(writes)).toEqual([])
  })

  test('no protected characteristic is a sign', () => {
    const said = template.questions.flatMap(question =>
      question.options.filter(option => option.sign ?? question.sign).map(option => option.label.en),
    )
    expect(said.length).toBeGreaterThan(30)
    expect(
      said.filter(text =>
        /disab|autis|orientation|gender|ethnic|religio|faith|nationality|pregnan|race|marri|\bsex\b/i.test(
          text,
        ),
      ),
    ).toEqual([])
  })

  const conditions = template.questions.flatMap(question => {
    const first = template.questions.find(one => one.id === question.askedWhen?.question)
    if (!first) return []
    const codes = first.type === 'yes-no' ? ['yes', 'no'] : first.options.map(option => option.code)
    return [...codes, ''].map(
      code => [question.id, first.id, code, question.askedWhen?.is.includes(code) ?? false] as const,
    )
  })
  test.each(conditions)('%s after %s = ‘%s’: asked is %s', (id, first, code, asked) => {
    const questions = template.questions.filter(
      q => q.step === template.questions.find(one => one.id === id)?.step,
    )
    expect(askedOf(questions, { [first]: code }, '').some(one => one.id === id)).toBe(asked)
  })

  test('what hangs on a question that is not asked is not asked either', () => {
    const [danger, spoken] = template.questions
    if (!danger || !spoken) throw new Error('no questions')
    expect(askedOf([spoken], { 'danger-now': 'yes' }, '')).toEqual([])
    const third = { ...spoken, id: 'third', askedWhen: { question: 'spoken-to', is: ['x'] } }
    expect(
      askedOf([danger, spoken, third], { 'danger-now': 'no', 'spoken-to': 'x' }, '').map(q => q.id),
    ).toEqual(['danger-now'])
  })
})

describe('a reason for having no answer', () => {
  const one = (id: string) => template.questions.filter(question => question.id === id)
  const read = (id: string, typed: FormValues) =>
    readAnswers(one(id), typed, { prefix: '', today: plainDate('2026-11-24') })

  test.each([
    ['beside its question', 'setting', { 'setting-absence': 'not-known' }],
    ['as one of the choices', 'setting', { setting: ['absent:not-known'] }],
    ['as the one chosen', 'child-sex', { 'child-sex': 'absent:not-known' }],
  ])('%s is kept as that', (_, id, typed) => {
    expect(read(id, typed)).toMatchObject({ answers: [{ value: null, absence: 'not-known' }], errors: {} })
  })

  test.each([
    ['one that is not permitted', 'setting', { setting: 'absent:declined' }],
    ['one beside an answer', 'setting', { setting: ['online', 'absent:not-known'] }],
    ['one that is none', 'child-sex', { 'child-sex': 'absent:' }],
    ['two of them', 'setting', { setting: ['absent:not-known', 'absent:not-known', 'absent:declined'] }],
    ['one beside the answer that was chosen', 'child-sex', { 'child-sex': ['F', 'absent:not-known'] }],
  ])('%s is refused', (_, id, typed) => {
    expect(Object.keys(read(id, typed).errors)).toEqual([id])
  })

  test('a text may begin as it likes', () => {
    expect(read('account', { account: 'absent: from school' }).answers).toMatchObject([
      { value: 'absent: from school' },
    ])
  })

  test('is shown as the choice it is, and never in a text', () => {
    const form = {
      values: { 'setting-absence': 'not-known', 'done-so-far-absence': 'not-applicable' },
      errors: {},
      csrf: '',
      formKey: '',
      restored: false,
    }
    const drawn = QuestionFields({
      questions: [...one('setting'), ...one('done-so-far')],
      form,
      prefix: '',
      areas: [],
    }).toString()
    expect(drawn).toMatch(/value="absent:not-known" checked/)
    expect(drawn).toMatch(/value="not-applicable" selected/)
    expect(drawn).not.toContain('value="absent:not-applicable"')
  })
})

describe('what is read', () => {
  const read = (id: string, typed: FormValues) =>
    readAnswers(
      template.questions.filter(question => question.id === id),
      typed,
      { prefix: '', today: plainDate('2026-11-24') },
    )
  test.each([
    [
      'happened-when',
      { 'happened-when-year': '2026', 'happened-when-month': '2' },
      { from: '2026-02-01', to: '2026-02-28' },
    ],
    ['happened-when', { 'happened-when-year': '2025' }, { from: '2025-01-01', to: '2025-12-31' }],
    ['vehicles', { vehicles: ' Grey van \n\nWhite car\n' }, ['Grey van', 'White car']],
    ['told-whom', { 'told-whom': ['police', 'police'] }, ['police']],
    [
      'signs-missing',
      { 'signs-missing-late': 'now', 'signs-missing-rest': 'not-seen' },
      { late: 'now', missing: 'not-seen', overnight: 'not-seen' },
    ],
  ])('%s of %o', (id, typed, value) => {
    expect(read(id, typed)).toMatchObject({ answers: [{ value }], errors: {} })
  })

  test.each([
    ['happened-when', { 'happened-when-year': '26' }, 'happened-when-year'],
    ['happened-when', { 'happened-when-year': '2026', 'happened-when-month': '13' }, 'happened-when-month'],
    ['happened-when', { 'happened-when-year': '2027' }, 'happened-when-year'],
    ['happened-when', { 'happened-when-year': '2026', 'happened-when-month': '12' }, 'happened-when-month'],
    ['vehicles', { vehicles: Array.from({ length: 31 }, () => 'x').join('\n') }, 'vehicles'],
    ['vehicles', { vehicles: 'x'.repeat(201) }, 'vehicles'],
    ['told-whom', { 'told-whom': ['nobody', 'police'] }, 'told-whom'],
    ['told-whom', { 'told-whom': 'somebody' }, 'told-whom'],
    ['signs-missing', { 'signs-missing-late': 'now' }, 'signs-missing-missing'],
    [
      'signs-missing',
      { 'signs-missing-late': 'often', 'signs-missing-rest': 'not-seen' },
      'signs-missing-late',
    ],
    // Nobody says of seven lines at once that all of it is there.
    ['harm', { 'harm-rest': 'now' }, 'harm-rest'],
    ['signs-missing', {}, 'signs-missing-late'],
    ['child-name', {}, 'child-name-given'],
    ['account', { account: 'See data:image/png;base64,AAAA' }, 'account'],
    ['vehicles', { vehicles: 'DATA:VIDEO/mp4;base64,AAAA' }, 'vehicles'],
  ])('%s of %o is refused at %s', (id, typed, field) => {
    expect(Object.keys(read(id, typed).errors)).toEqual([field])
  })
})

describe('a document that is no template', () => {
  const first = document.questions[0]
  const without = (change: object) => ({ ...document, ...change })
  const question = (change: object) =>
    without({ questions: [{ ...first, ...change }, ...document.questions.slice(1)] })
  test.each([
    [
      'two of a name',
      without({ questions: [...document.questions, first] }),
      'two questions are called danger-now',
    ],
    [
      'a step that is not there',
      question({ step: 'nowhere' }),
      'stands on a step that is not there: nowhere',
    ],
    ['a repeat that is not there', question({ each: 'thing' }), 'asked of each thing, which is not repeated'],
    ['a face that is not there', question({ faces: ['judge'] }), 'stands on a face that is not there: judge'],
    ['a list that is not there', question({ list: 'none' }), 'answered from a list that is not there: none'],
    ['a choice of nothing', question({ type: 'choice' }), 'has nothing to choose from'],
    ['states without a grid', question({ states: 'states' }), 'a grid, and only a grid, has states'],
    [
      'a condition of what comes later',
      question({ askedWhen: { question: 'account', is: ['x'] } }),
      'does not come before it on its step',
    ],
    [
      'a repeat of none that nobody asks about',
      without({ repeats: document.repeats.map(one => ({ ...one, least: 0, after: undefined })) }),
      'what there may be none of is asked about first',
    ],
  ])('%s is refused', (_, changed, says) => {
    const read = StoredTemplate.safeParse(changed)
    expect(read.error?.issues.map(issue => issue.message).join('\n') ?? '').toContain(says)
  })
})
