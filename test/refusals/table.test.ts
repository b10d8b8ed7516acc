import { afterAll, beforeAll, expect, test } from 'vitest'
import { EVERY_ROLE } from '#test/kit/routes/roles.ts'
import { differences, methodsOf, named, TABLE } from '#test/kit/routes/table.ts'
import { at, makeReady, send, typedFor, userOf } from '#test/kit/routes/standing.ts'
import type { Ready, Row } from '#test/kit/routes/row.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
let readyFor: (row: Row) => Ready
beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'])
  readyFor = await makeReady(t)
})
afterAll(() => t[Symbol.asyncDispose]())

test('x', async () => {
  expect(differences(t.lines)).toEqual({ withoutRow: [], withoutRoute: [] })
  for (const row of TABLE) {
    const ready = readyFor(row)
    const path = at(row, ready.ids)
    const browser = await userOf(t, row, ready)
    const shown = await browser.get(path)
    if (shown.statusCode !== 200) console.log('GET', path, shown.statusCode)
    if (!row.form) continue
    const answer = await send(t, await userOf(t, row, ready), { path, typed: await typedFor(ready) })
    if (answer.statusCode !== 303) console.log('POST', path, answer.statusCode, /error-summary[\s\S]*?<\/ul>/.exec(answer.body)?.[0])
  }
  console.log(t.log)
})
