import { afterAll, beforeAll, expect, test } from 'vitest'
import { walker, type Walker } from '#test/kit/hostile/walk.ts'
import { plantForeign } from '#test/kit/routes/foreign.ts'
import { referrerRows } from '#test/kit/routes/referrers.ts'
import { TABLE } from '#test/kit/routes/table.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { tickingWorld } from '#test/kit/test-world.ts'

// The API has a tester of its own: 'bench schemathesis'.
const pages = [...TABLE, ...referrerRows].filter(row => !row.path.startsWith('/api/'))
const forms = pages.filter(row => row.form)
const EACH = 4

let t: TestApp
let hostile: Walker
beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'], { world: tickingWorld() })
  hostile = walker(t, await plantForeign(t))
})
afterAll(() => t[Symbol.asyncDispose]())

test(`${forms.length * EACH} bodies built to break a form; 'bench hostile' sends 10,000`, async () => {
  for (const [n, row] of forms.entries()) await hostile.walk(row, { many: EACH, seed: n })
  expect(hostile.walked.faults).toEqual([])
  expect(hostile.walked.held).toBeGreaterThan(20)
})

test('a hostile question behind the address of each page', async () => {
  for (const [n, row] of pages.entries()) await hostile.ask(row, { many: 1, seed: n })
  expect(hostile.walked.faults).toEqual([])
})

test('and nothing broke on the way, however it was answered', () => {
  expect(t.log).toEqual([])
})
