import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browsing } from '#test/kit/browser-like.ts'
import { expectPlain } from '#test/kit/plain-words.ts'
import { drafted, concernTyped } from '#test/kit/routes/concerns.ts'
import { plantForeign, type Foreign } from '#test/kit/routes/foreign.ts'
import type { Ids, Ready, Row } from '#test/kit/routes/row.ts'
import { at, makeReady, send, typedFor, userOf } from '#test/kit/routes/standing.ts'
import { methodsOf, named, TABLE } from '#test/kit/routes/table.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { NOTHING, watching, withoutLooks, type Written } from '#test/kit/unwritten.ts'

const UNKNOWN = '018f0000-0000-7000-8000-000000000000'
/** What stands where an id is asked for and cannot be one. */
const NO_ID = [
  "1'%20or%20'1'='1",
  '..%2f..%2fetc%2fpasswd',
  '%00',
  `${UNKNOWN}%00`,
  UNKNOWN.toUpperCase().replace('018F', '018G'),
  '__proto__',
  '%E2%80%AE',
  'x'.repeat(200),
]
/** Steps and numbers of children are words of ours, not ids. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  step: ['nowhere', '__proto__', 'constructor', '%00'],
  each: ['nowhere', 'person', '__proto__', '%00'],
  number: ['0', '99', '-1', '1.5', 'NaN', '1e400', '%00'],
}

let t: TestApp
let readyFor: (row: Row) => Ready
let foreign: Foreign
/** The ids of the same again, with parents of its own. */
const twinFor = new Map<Row, Ids>()
let written: () => Promise<Written>
const rows = TABLE.filter(row => row.path.includes(':'))

beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'])
  foreign = await plantForeign(t)
  readyFor = await makeReady(t)
  for (const row of rows)
    if (Object.keys(readyFor(row).ids).length > 1) twinFor.set(row, (await row.ready(t)).ids)
  written = await watching(t)
})
afterAll(() => t[Symbol.asyncDispose]())

/** A route with one of its ids replaced, all else being right. */
async function ask(row: Row, browser: Browsing, asked: { method: string; changed: Ids }) {
  const ready = readyFor(row)
  const path = at(row, { ...ready.ids, ...asked.changed })
  const answer =
    asked.method === 'GET'
      ? await browser.get(path)
      : await send(t, browser, { path, typed: await typedFor(ready) })
  expectPlain(answer, `${asked.method} ${path}`)
  return { status: answer.statusCode, body: answer.body }
}

/** Rows of other kinds; and where a row stands under another, one of the same kind under a parent of its own. */
const misplaced = (row: Row, name: string): string[] => {
  const own = Object.values(readyFor(row).ids)
  const others = rows.filter(other => !(name in readyFor(other).ids))
  const kinds = others.flatMap(other => Object.values(readyFor(other).ids)).filter(id => id.length === 36)
  const [, below] = Object.keys(readyFor(row).ids)
  const sibling = twinFor.get(row)?.[name]
  return [
    ...kinds.filter(id => !own.includes(id)).slice(0, 2),
    ...(name === below && sibling ? [sibling] : []),
  ]
}

describe('an address with an id that is not the user’s to know says that nothing is there', () => {
  test.each(named(rows))('%s', async (_, row) => {
    const browser = await userOf(t, row, readyFor(row))
    for (const method of methodsOf(row)) {
      for (const name of Object.keys(readyFor(row).ids)) {
        const tried = async (id: string) => {
          const answer = await ask(row, browser, { method, changed: { [name]: id } })
          expect(answer.status, `${method} with ${name} ${id}`).toBe(404)
          return answer
        }
        if (name in PLACES) {
          for (const place of PLACES[name] ?? []) await tried(place)
          continue
        }
        const unknown = await tried(UNKNOWN)
        for (const id of [...NO_ID, ...misplaced(row, name)]) await tried(id)
        // To the byte: that there is something is not said either.
        if (!row.knows?.includes(name)) expect(await tried(foreign.ids[name] ?? '')).toEqual(unknown)
      }
    }
    expect(await written()).toEqual(NOTHING)
  })
})

const holding = TABLE.filter(row => row.names)

describe('a form that names what is not its sender’s to name does nothing', () => {
  test.each(named(holding))('%s', async (_, row) => {
    const ready = readyFor(row)
    const browser = await userOf(t, row, ready)
    for (const [field, of] of Object.entries(row.names ?? {})) {
      const tried = async (id: string) => {
        const typed = { ...(await typedFor(ready)), [field]: id }
        const answer = await send(t, browser, { path: at(row, ready.ids), typed })
        expectPlain(answer, row.path)
        expect([401, 404, 422], `${field} ${id}`).toContain(answer.statusCode)
        return { status: answer.statusCode, body: withoutChance(answer.body).replaceAll(id, '') }
      }
      const unknown = await tried(UNKNOWN)
      if (of !== 'everyone’s') expect(await tried(foreign.named[of])).toEqual(unknown)
      for (const id of [...NO_ID, '', '\0', t.idOf('area Wexcombe North')]) await tried(id)
    }
    expect(withoutLooks(await written())).toEqual(NOTHING)
  })

  test('a concern for an area of a partnership that its sender’s agency is not in', async () => {
    const check = async (area: string) => {
      const draftId = await drafted(t, { ...concernTyped(t), 'child-area': area })
      const path = `/concerns/draft/${draftId}/check`
      await written()
      const answer = await send(t, await t.as('Leah Brandt'), { path, typed: {} })
      expect(await written()).toEqual(NOTHING)
      return { status: answer.statusCode, body: withoutChance(answer.body).replaceAll(draftId, '') }
    }
    expect(await check(foreign.ids['areaId'] ?? '')).toEqual(await check(UNKNOWN))
    expect((await check(UNKNOWN)).status).toBe(422)
  })
})

const withoutChance = (body: string): string => body.replaceAll(/name="_(key|csrf)" value="[^"]*"/g, '')

test('and nothing broke on the way, however it was answered', () => {
  expect(t.log).toEqual([])
})
