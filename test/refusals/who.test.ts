import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SubjectId } from '#core/access/generated/tables.ts'
import { browsing, type Browsing } from '#test/kit/browser-like.ts'
import { expectPlain } from '#test/kit/plain-words.ts'
import { sealFromEveryone } from '#test/kit/plant.ts'
import { account, worker } from '#test/kit/routes/making.ts'
import { EVERY_ROLE } from '#test/kit/routes/roles.ts'
import type { Ready, Row } from '#test/kit/routes/row.ts'
import { at, makeReady, send, typedFor } from '#test/kit/routes/standing.ts'
import { methodsOf, named, TABLE } from '#test/kit/routes/table.ts'
import { TELLING } from '#test/kit/routes/words.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { NOTHING, watching, type Written } from '#test/kit/unwritten.ts'

let t: TestApp
let readyFor: (row: Row) => Ready
/** At the agency that hosts and at another one: one person of each role, and of none. */
const council = new Map<string, string>()
const elsewhere = new Map<string, string>()
let written: () => Promise<Written>
const browsers = new Map<string, Browsing>()

beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'])
  readyFor = await makeReady(t)
  for (const role of EVERY_ROLE) {
    council.set(role, (await worker(t, role)).name)
    elsewhere.set(role, (await worker(t, role, 'health')).name)
  }
  council.set('none', (await account(t)).name)
})
afterAll(() => t[Symbol.asyncDispose]())

/** GET or POST of a route as it stands ready, by someone with a proof of their own. */
async function ask(row: Row, method: 'GET' | 'POST', name: string | undefined) {
  const ready = readyFor(row)
  const path = at(row, ready.ids)
  const browser = name === undefined ? browsing(t.app) : (browsers.get(name) ?? (await t.as(name)))
  if (name !== undefined) browsers.set(name, browser)
  const answer =
    method === 'GET'
      ? await browser.get(path)
      : await send(t, browser, { path, typed: await typedFor(ready) })
  expectPlain(answer, `${method} ${path}`)
  return answer
}

const tells = (body: string): string[] => TELLING.filter(word => body.includes(word))

const closed = TABLE.filter(row => row.may !== 'anyone')
const withIds = closed.filter(row => row.path.includes(':') && row.of !== 'nothing')
const ofChildren = closed.filter(row => row.of === 'children')
const subjectsOf = (ready: Ready): SubjectId[] =>
  Object.entries(ready.ids).flatMap(([name, id]) =>
    /^(personId|concernId|episodeId)$/.test(name) ? [idOf<SubjectId>().parse(id)] : [],
  )

beforeAll(async () => {
  written = await watching(t)
})

describe('whoever is not signed in', () => {
  test.each(named(closed))('is sent to sign in by %s', async (_, row) => {
    for (const method of methodsOf(row)) {
      const answer = await ask(row, method, undefined)
      expect(tells(answer.body)).toEqual([])
      if (row.path.startsWith('/api/')) expect(answer.statusCode).toBe(401)
      else
        expect(answer.headers.location).toBe(
          `/sign-in?then=${encodeURIComponent(at(row, readyFor(row).ids))}`,
        )
    }
    expect(await written()).toEqual(NOTHING)
  })

  test.each(named(TABLE.filter(row => row.may === 'anyone')))('reads %s', async (_, row) => {
    expect((await ask(row, 'GET', undefined)).statusCode).toBe(200)
  })
})

const opens = (row: Row, role: string): boolean => row.may === 'anyone signed in' || row.may.includes(role)
const rolesThat = (how: (role: string) => boolean): string[] => [...council.keys()].filter(how)

describe('a role that does not include it is refused', () => {
  test.each(named(closed))('at %s', async (_, row) => {
    await Promise.all(
      rolesThat(role => !opens(row, role)).map(async role => {
        for (const method of methodsOf(row)) {
          const answer = await ask(row, method, council.get(role))
          expect(answer.statusCode, `${method} by ${role}`).toBe(403)
          expect(tells(answer.body)).toEqual([])
        }
      }),
    )
    expect(await written()).toEqual(NOTHING)
  })
})

describe('the same role at another agency', () => {
  test.each(named(withIds))('finds nothing at %s', async (_, row) => {
    for (const role of row.may) {
      for (const method of methodsOf(row)) {
        const answer = await ask(row, method, elsewhere.get(role))
        expect(answer.statusCode, `${method} by ${role}`).toBe(row.host ? 403 : 404)
        expect(tells(answer.body)).toEqual([])
      }
    }
    expect(await written()).toEqual(NOTHING)
  })

  test.each(named(ofChildren.filter(row => !row.path.includes(':'))))(
    'reads no child of ours on %s',
    async (_, row) => {
      for (const role of row.may) {
        const answer = await ask(row, 'GET', elsewhere.get(role))
        expect(answer.statusCode).toBe(200)
        expect(tells(answer.body)).toEqual([])
      }
      // What they looked at of their own has its entries.
      await written()
    },
  )
})

describe('whoever decides on a concern is not who hears of it as its sender', () => {
  test.each(named(withIds.filter(row => row.hides)))('at %s', async (_, row) => {
    await written()
    for (const role of row.may) expect((await ask(row, 'GET', council.get(role))).statusCode, role).toBe(404)
    expect(await written()).toEqual(NOTHING)
  })
})

/** What those who use a route are answered while something hides its subject from them. */
async function expectHidden(row: Row): Promise<void> {
  const about = subjectsOf(readyFor(row)).length > 0
  for (const method of about ? methodsOf(row) : (['GET'] as const)) {
    const answer = await ask(row, method, row.by)
    // On a list neither a name nor a way to it.
    for (const hidden of hiddenSubjects()) expect(answer.body).not.toContain(hidden)
    if (!about) continue
    expect(answer.statusCode, method).toBe(404)
    expect(tells(answer.body)).toEqual([])
  }
  const { tables, deeds } = await written()
  expect(tables).toEqual([])
  if (about) expect(deeds).toEqual([])
}

const hiddenSubjects = (): SubjectId[] => ofChildren.flatMap(row => subjectsOf(readyFor(row)))

describe('a sealed subject is not there', () => {
  const superuser = () => t.database.superuser
  const byName: unknown[] = []
  let before: SubjectId[] = []
  beforeAll(async () => {
    before = (await superuser().selectFrom('seal').select('subject').execute()).map(row => row.subject)
    // One is sealed already, for people by name: here it is for nobody.
    byName.push(
      ...(await superuser()
        .deleteFrom('accessGrant')
        .where('sourceKind', '=', 'seal')
        .returningAll()
        .execute()),
    )
    for (const subject of hiddenSubjects()) await sealFromEveryone(t, subject)
    await written()
  })
  afterAll(async () => {
    await superuser().deleteFrom('seal').where('subject', 'not in', before).execute()
    await superuser()
      .insertInto('accessGrant')
      .values(byName as never)
      .execute()
  })
  test.each(named(ofChildren))('at %s', (_, row) => expectHidden(row))
})

describe('a role that does not cover the category sees nothing', () => {
  const covered: { role: string; category: string; mayWrite: boolean }[] = []
  beforeAll(async () => {
    const taken = await t.database.superuser
      .deleteFrom('roleCategory')
      .where('category', 'in', ['identity', 'concern', 'welfare'])
      .returningAll()
      .execute()
    covered.push(...taken)
    await written()
  })
  afterAll(() =>
    t.database.superuser
      .insertInto('roleCategory')
      .values(covered as never)
      .execute(),
  )
  test.each(named(ofChildren))('at %s', (_, row) => expectHidden(row))
})

// Last: it shows that what was refused above was refused for who asked, and nothing else.
describe('a role that includes it opens', () => {
  test.each(named(closed))('%s', async (_, row) => {
    for (const role of rolesThat(role => opens(row, role)))
      expect((await ask(row, 'GET', council.get(role))).statusCode, role).not.toBe(403)
    expect((await ask(row, 'GET', row.by)).statusCode).toBe(200)
  })
})

test('and nothing broke on the way, however it was answered', () => {
  expect(t.log).toEqual([])
})
