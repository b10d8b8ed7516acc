import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browsing, type Browsing } from '#test/kit/browser-like.ts'
import { expectPlain } from '#test/kit/plain-words.ts'
import { worker } from '#test/kit/routes/making.ts'
import { referrerRows } from '#test/kit/routes/referrers.ts'
import { EVERY_ROLE } from '#test/kit/routes/roles.ts'
import type { Ready, Row } from '#test/kit/routes/row.ts'
import { at, makeReady, send, typedFor, userOf } from '#test/kit/routes/standing.ts'
import { methodsOf, named } from '#test/kit/routes/table.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { NOTHING, watching, type Written } from '#test/kit/unwritten.ts'

let t: TestApp
let readyFor: (row: Row) => Ready
/** The same again, of somebody else. */
let othersFor: (row: Row) => Ready
let written: () => Promise<Written>
const signedIn: Browsing[] = []

beforeAll(async () => {
  t = await testApp(['administration', 'concerns'])
  readyFor = await makeReady(t, referrerRows)
  othersFor = await makeReady(t, referrerRows)
  for (const role of EVERY_ROLE) signedIn.push(await t.as((await worker(t, role)).name))
  written = await watching(t)
})
afterAll(() => t[Symbol.asyncDispose]())

const ask = async (row: Row, method: 'GET' | 'POST', by: { browser: Browsing; ids?: Ready['ids'] }) => {
  const ready = readyFor(row)
  const path = at(row, by.ids ?? ready.ids)
  const answer =
    method === 'GET'
      ? await by.browser.get(path)
      : await send(t, by.browser, { path, typed: await typedFor(ready) })
  expectPlain(answer, `${method} ${path}`)
  return answer
}

const entrance = (row: Row): string => (row.path.startsWith('/report/sent') ? '/report/back' : '/report')

describe('whoever has not proved an address', () => {
  test.each(named(referrerRows))('is sent to prove one by %s, signed in or not', async (_, row) => {
    for (const browser of [browsing(t.app), ...signedIn])
      for (const method of methodsOf(row)) {
        const answer = await ask(row, method, { browser })
        expect(answer.headers.location).toBe(
          `${entrance(row)}?then=${encodeURIComponent(at(row, readyFor(row).ids))}`,
        )
      }
    expect(await written()).toEqual(NOTHING)
  })
})

describe('whoever proved another address', () => {
  test.each(named(referrerRows.filter(row => row.path.includes(':'))))(
    'finds nothing at %s',
    async (_, row) => {
      const browser = await userOf(t, row, othersFor(row))
      await written()
      for (const method of methodsOf(row))
        expect((await ask(row, method, { browser })).statusCode, method).toBe(404)
      expect(await written()).toEqual(NOTHING)
    },
  )
})

describe('what was sent and what was not are two things', () => {
  const unsent = referrerRows.filter(row => !row.path.startsWith('/report/sent'))
  const after = referrerRows.filter(row => row.path.startsWith('/report/sent'))
  const [writes, sent] = [unsent[0] ?? expect.unreachable(), after[0] ?? expect.unreachable()]
  test.each(named(after))('whoever has sent nothing may not open %s', async (_, row) => {
    const browser = await userOf(t, writes, readyFor(writes))
    await written()
    for (const method of methodsOf(row)) expect((await ask(row, method, { browser })).statusCode).toBe(403)
    expect(await written()).toEqual(NOTHING)
  })
  test.each(named(unsent))('whoever has sent may not open %s', async (_, row) => {
    const browser = await userOf(t, sent, readyFor(sent))
    await written()
    const status = row.path.endsWith('/check') ? 404 : 403
    for (const method of methodsOf(row)) expect((await ask(row, method, { browser })).statusCode).toBe(status)
    expect(await written()).toEqual(NOTHING)
  })
})

// Last: what was refused above was refused for who asked.
describe('whoever it is for', () => {
  test.each(named(referrerRows))('opens %s, and does what it is for, with an entry', async (_, row) => {
    const browser = await userOf(t, row, readyFor(row))
    const page = await ask(row, 'GET', { browser })
    expect(page.statusCode).toBe(200)
    if (row.path.startsWith('/report/sent'))
      expect(row.hides?.filter(word => page.body.includes(word))).toEqual([])
    if (!row.form) return
    await written()
    const proof = await browser.formAt(at(row, readyFor(row).ids))
    const typed = await typedFor(readyFor(row))
    await written()
    const answer = await browser.submit(at(row, readyFor(row).ids), typed, proof)
    const whole = !row.path.endsWith('/:number') || row.path.includes('remove')
    expect(answer.statusCode, answer.body).toBe(whole ? 303 : 422)
    expect((await written()).deeds.length).toBeGreaterThan(0)
    if (!whole) return
    // Sent again it is answered again, and done once.
    const again = await browser.submit(at(row, readyFor(row).ids), typed, proof)
    expect(again.headers.location).toBe(answer.headers.location)
    expect(await written()).toEqual(NOTHING)
  })
})

test('and nothing broke on the way, however it was answered', () => {
  expect(t.log).toEqual([])
})
