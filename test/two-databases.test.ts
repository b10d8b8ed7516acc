import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agencySystem } from './kit/agency-system.ts'
import type { Browsing, Typed } from './kit/browser-like.ts'
import type { EVERY_ROLE } from './kit/routes/roles.ts'
import type { Ids, Named, Ready, Row } from './kit/routes/row.ts'
import { at, makeReady, proofFor, typedFor, userOf } from './kit/routes/standing.ts'
import { named, TABLE } from './kit/routes/table.ts'
import { search } from './kit/searching.ts'
import type { TestApp } from './kit/test-app.ts'
import { twoDatabases, type TwoDatabases } from './kit/two-databases.ts'

let two: TwoDatabases
let both: readonly { t: TestApp; readyFor: (row: Row) => Ready }[]
/** Everyone but those who hold the hidden record, with their roles. */
const EVERYONE: Readonly<Record<string, (typeof EVERY_ROLE)[number]>> = {
  'Priya Raman': 'duty-worker',
  'Grace Okafor': 'supervisor',
  'Helen Marsh': 'allocated-worker',
  'Ruth Adeyemi': 'records-officer',
  'Alan Pike': 'administrator',
  'Daniel Frost': 'detective',
  'Sunita Kaur': 'intelligence-analyst',
  'Leah Brandt': 'front-line-worker',
  'Owen Price': 'front-line-worker',
  'Farah Siddiqui': 'front-line-worker',
  // Of the detective's family, whatever else his duty is.
  'Neil Frost': 'designated-officer',
}

beforeAll(async () => {
  two = await twoDatabases()
  both = [
    { t: two.without, readyFor: await makeReady(two.without) },
    { t: two.withSecret, readyFor: await makeReady(two.withSecret) },
  ]
})
afterAll(() => two[Symbol.asyncDispose]())

const told = (answer: LightMyRequestResponse) => ({
  status: answer.statusCode,
  headers: { ...answer.headers, date: '' },
  body: answer.body,
})

/** Does the same in both, and says what came of it; it is the same, to the byte. */
async function inBoth(
  work: (t: TestApp, readyFor: (row: Row) => Ready) => Promise<LightMyRequestResponse>,
): Promise<LightMyRequestResponse> {
  const answers = []
  for (const { t, readyFor } of both) answers.push(await work(t, readyFor))
  const [plain, planted] = answers as [LightMyRequestResponse, LightMyRequestResponse]
  expect(told(planted)).toEqual(told(plain))
  // Answers that are all errors would be equal too.
  expect(plain.statusCode).toBeLessThan(500)
  return plain
}

/** The secret's ids wherever an address asks for one. */
const secretIds = (ids: Ids): Ids => ({ ...ids, ...two.secret.ids })

const secretNamed = (of: Named): string | undefined =>
  ({ person: two.secret.ids['personId'], account: two.secret.ids['userId'], grant: two.secret.grant })[
    of as string
  ]

const forms = TABLE.filter(row => row.form)
const sent = async (t: TestApp, browser: Browsing, path: string, typed: Typed) =>
  browser.submit(path, typed, await proofFor(t, browser))

describe('a form sent about a hidden record is answered as if it were not there', () => {
  const about = forms.filter(row => Object.keys(placesIn(row)).length > 0)
  test.each(named(about))('%s', async (_, row) => {
    const users = Object.entries(EVERYONE).filter(([, role]) => row.may.includes(role))
    expect(users.length).toBeGreaterThan(0)
    for (const [name] of users) {
      const answer = await inBoth(async (t, readyFor) => {
        const path = at(row, secretIds(readyFor(row).ids))
        return sent(t, await t.as(name), path, await typedFor(readyFor(row)))
      })
      expect(answer.statusCode, name).toBe(row.host && name !== 'Alan Pike' ? 403 : 404)
    }
  })
})

/** Those of an address's names for which there is a hidden row. */
function placesIn(row: Row): string[] {
  return [...row.path.matchAll(/:(\w+)/g)]
    .map(([, name = '']) => name)
    .filter(name => /^(person|name|identifier|search|draft|user|concern|child|episode)Id$/.test(name))
}

describe('a form that names a hidden row in one of its fields', () => {
  test.each(named(forms.filter(row => row.names)))('%s', async (_, row) => {
    for (const [field, of] of Object.entries(row.names ?? {})) {
      const hidden = secretNamed(of)
      if (!hidden) continue
      const answer = await inBoth(async (t, readyFor) => {
        const typed = { ...(await typedFor(readyFor(row))), [field]: hidden }
        return sent(t, await userOf(t, row, readyFor(row)), at(row, readyFor(row).ids), typed)
      })
      expect([404, 422]).toContain(answer.statusCode)
    }
  })
})

const bornIn2011 = (given: string, family: string): Typed => ({
  given,
  family,
  'born-year': '2011',
  sex: 'M',
})

/** What the hidden record holds, given to records of one's own: no rule across agencies may be in its way. */
const TWINS: readonly (readonly [path: string, typed: () => Typed, status: number])[] = [
  ['/people/:personId/names/new', () => ({ kind: 'nickname', given: 'Finn', family: 'Marlowe' }), 303],
  ['/people/:personId/identifiers/new', () => ({ kind: 'nhs-number', value: '999 000 0018' }), 303],
  ['/people/new', () => bornIn2011('Finn', 'Marlowe'), 303],
  ['/people/new', () => bornIn2011('Callum', 'Reid'), 303],
  ['/people/who-looked', () => ({ reference: two.secret.reference }), 422],
  [
    '/administration/people/new',
    () => ({ name: 'Someone More', email: two.secret.email, 'job-title': 'Nurse' }),
    303,
  ],
  ['/sign-in', () => ({ email: two.secret.email, password: 'three plain words' }), 422],
]

test.each(TWINS)(
  '%s takes or refuses what a hidden row holds as if it did not',
  async (path, typed, status) => {
    const row = forms.find(one => one.path === path) ?? expect.unreachable()
    const answer = await inBoth(async (t, readyFor) =>
      sent(t, await userOf(t, row, readyFor(row)), at(row, readyFor(row).ids), typed()),
    )
    expect(answer.statusCode).toBe(status)
  },
)

describe('a form sent as it should be', () => {
  test.each(named(forms))('%s', async (_, row) => {
    const answer = await inBoth(async (t, readyFor) => {
      const ready = readyFor(row)
      return sent(t, await userOf(t, row, ready), at(row, ready.ids), await typedFor(ready))
    })
    expect([303, 409]).toContain(answer.statusCode)
  })
})

test('an agency’s system is answered the same, whatever it sends and asks', async () => {
  const systems = new Map<TestApp, { token: string; sent: object }>()
  for (const { t } of both) {
    const { addSystem, body, tokenOf } = agencySystem(() => t)
    systems.set(t, { token: await tokenOf(await addSystem()), sent: await body() })
  }
  const of = (t: TestApp) => ({ ...agencySystem(() => t), ...(systems.get(t) ?? expect.unreachable()) })
  const receipt = await inBoth(t => of(t).send(of(t).token, of(t).sent))
  expect(receipt.statusCode).toBe(201)
  const { status } = receipt.json<{ status: string }>()
  expect((await inBoth(t => of(t).get(of(t).token, status))).statusCode).toBe(200)
  const hidden = `/api/v1/concerns/${two.secret.ids['concernId']}/status`
  expect((await inBoth(t => of(t).get(of(t).token, hidden))).statusCode).toBe(404)
})

const SEARCHES = [
  '?given=Callum&family=Reid',
  '?family=Ried&born-year=2011',
  '?given=Finn&family=Marlowe',
  '?born-day=19&born-month=11&born-year=2011',
  '?given=Amelia&family=Thorne',
]

/** Where there is a page of their own to read beside the hidden one. */
const opens = (row: Row, role: string): boolean => row.path.includes(':') && row.may.includes(role)

describe('and after all of that every page is the same, byte for byte', () => {
  test.each(Object.keys(EVERYONE))('for %s', async name => {
    const browsers = new Map<TestApp, Browsing>()
    for (const { t } of both) browsers.set(t, await t.as(name))
    const browserOf = (t: TestApp): Browsing => browsers.get(t) ?? expect.unreachable()
    const statuses: number[] = []
    for (const asked of SEARCHES) statuses.push((await inBoth(t => search(browserOf(t), asked))).statusCode)
    for (const row of TABLE) {
      if (opens(row, EVERYONE[name] ?? '')) {
        const own = await inBoth((t, readyFor) => browserOf(t).get(at(row, readyFor(row).ids)))
        statuses.push(own.statusCode)
      }
      const hidden = await inBoth((t, readyFor) => browserOf(t).get(at(row, secretIds(readyFor(row).ids))))
      if (placesIn(row).length > 0) expect([403, 404], row.path).toContain(hidden.statusCode)
      else statuses.push(hidden.statusCode)
    }
    expect(statuses).toContain(200)
  })

  test('and nothing broke, in either', () => {
    expect(both.flatMap(({ t }) => t.log)).toEqual([])
  })
})

test('the one agency that holds the record does see it', async () => {
  const moira = await two.withSecret.as('Moira Kelly')
  expect((await moira.get(`/people/${two.secret.ids['personId']}`)).body).toContain('Seen at clinic.')
})

test('a leak would be found: the same comparison fails for someone who may see it', async () => {
  const [one, other] = [await two.without.as('Moira Kelly'), await two.withSecret.as('Moira Kelly')]
  const asked = '?given=Callum&family=Reid'
  expect((await search(other, asked)).body).not.toBe((await search(one, asked)).body)
  const way = { 'do-not': '', way: 'Ring at noon.', version: '' }
  const path = `/people/${two.secret.ids['personId']}/safe-contact`
  const [here, there] = [
    await sent(two.without, one, path, way),
    await sent(two.withSecret, other, path, way),
  ]
  expect([here.statusCode, there.statusCode]).toEqual([404, 303])
})
