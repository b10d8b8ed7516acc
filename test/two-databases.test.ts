import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { recordNote } from '#features/notes/public.ts'
import {
  addIdentifier,
  addOtherName,
  createPersonRecord,
  IdentifierTyped,
  OtherNameTyped,
} from '#features/people/public.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import type { Browsing } from './kit/browser-like.ts'
import { search } from './kit/searching.ts'
import { plantAs, sealFromEveryone } from './kit/plant.ts'
import { testApp, type TestApp } from './kit/test-app.ts'

/** What a hidden record could be reached by; the same addresses are tried where it does not exist. */
interface Secret {
  readonly person: string
  readonly name: string
  readonly identifier: string
  readonly concern: string
  readonly child: string
}

let without: TestApp
let withSecret: TestApp
let secret: Secret
const EVERYONE = [
  'Priya Raman',
  'Grace Okafor',
  'Helen Marsh',
  'Ruth Adeyemi',
  'Alan Pike',
  'Daniel Frost',
  'Sunita Kaur',
  'Leah Brandt',
  'Owen Price',
  'Farah Siddiqui',
]

beforeAll(async () => {
  ;[without, withSecret] = await Promise.all([
    testApp(['administration', 'concerns', 'notes']),
    testApp(['administration', 'concerns', 'notes']),
  ])
  // Health keeps a record of its own about a child whom the council knows by the same name; a school's concern is sealed at birth.
  const planted = await plantAs(withSecret, 'Moira Kelly', async act => {
    const born = plainDate('2011-11-19')
    const id = await createPersonRecord(act, {
      givenNames: 'Callum',
      givenNamesAbsence: null,
      familyName: 'Reid',
      familyNameAbsence: null,
      knownAs: null,
      bornFrom: born,
      bornTo: born,
      bornAbsence: null,
      sex: 'M',
      sexAbsence: null,
    })
    await recordNote(act, id, { kind: 'visit', words: 'Seen at clinic.', when: 'just-now' })
    const name = OtherNameTyped.parse({ kind: 'nickname', given: 'Finn', family: 'Marlowe' })
    const number = IdentifierTyped.parse({ kind: 'nhs-number', value: '999 000 0018' })
    return {
      person: id,
      name: await addOtherName(act, id, name),
      identifier: await addIdentifier(act, id, number),
    }
  })
  const { concernId } = await plantAs(withSecret, 'Leah Brandt', act =>
    sendConcern(act, stories(withSecret.made)[4]?.typed ?? {}),
  )
  await sealFromEveryone(withSecret, concernId)
  const child = await withSecret.database.superuser
    .selectFrom('concernChild')
    .select('id')
    .where('subject', '=', concernId)
    .executeTakeFirstOrThrow()
  secret = { ...planted, concern: concernId, child: child.id }
})
afterAll(async () => {
  await without[Symbol.asyncDispose]()
  await withSecret[Symbol.asyncDispose]()
})

const SEARCHES = [
  '?given=Callum&family=Reid',
  '?family=Ried&born-year=2011',
  '?given=Finn&family=Marlowe',
  '?born-day=19&born-month=11&born-year=2011',
  '?given=Amelia&family=Thorne',
]

const open = (browser: Browsing, path: string) =>
  path.startsWith('?') ? search(browser, path) : browser.get(path)

/** Every address of every GET route, with the secret's ids wherever an id is asked for. */
const addresses = (): string[] =>
  without.lines
    .filter(line => line.method === 'GET')
    .flatMap(({ path }) => {
      const filled = path
        .replace(':concernId', secret.concern)
        .replace(':childId', secret.child)
        .replace(':personId', secret.person)
        .replace(':nameId', secret.name)
        .replace(':identifierId', secret.identifier)
        .replace(':draftId', secret.concern)
        .replace(':step', 'danger')
        .replace(':child', '1')
        .replace(':userId', secret.person)
        .replace(':areaId', secret.concern)
        .replace(':teamId', secret.concern)
        .replace(':agencyId', secret.concern)
        .replace(':partnershipId', secret.concern)
      return path === '/people/found/:searchId' ? SEARCHES : [filled]
    })

describe('with and without the hidden rows every answer is the same, byte for byte', () => {
  test.each(EVERYONE)('for %s', async name => {
    const [one, other] = [await without.as(name), await withSecret.as(name)]
    const paths = addresses()
    expect(paths.length).toBeGreaterThan(25)
    const statuses: number[] = []
    for (const path of paths) {
      const [plain, planted] = [await open(one, path), await open(other, path)]
      const told = (answer: typeof plain) => ({
        path,
        status: answer.statusCode,
        headers: { ...answer.headers, date: '' },
        body: answer.body,
      })
      expect(told(planted)).toEqual(told(plain))
      statuses.push(plain.statusCode)
    }
    // Answers that are all errors would be equal too.
    expect(without.log).toEqual([])
    expect(statuses.filter(status => status >= 500)).toEqual([])
    expect(statuses).toContain(200)
    expect(without.log).toEqual([])
  })

  test('and the one agency that holds the record does see it', async () => {
    const moira = await withSecret.as('Moira Kelly')
    expect((await moira.get(`/people/${secret.person}`)).body).toContain('Seen at clinic.')
  })

  test('and a leak would be found: the same comparison fails for someone who may see it', async () => {
    const [one, other] = [await without.as('Moira Kelly'), await withSecret.as('Moira Kelly')]
    const asked = '?given=Callum&family=Reid'
    expect((await search(other, asked)).body).not.toBe((await search(one, asked)).body)
  })
})

test.each([
  ['take', `/concerns/:c/take`, {}],
  ['decide', `/concerns/:c/children/:h/decide`, { outcomes: 'early-help', reasons: 'Reasons.' }],
  ['agree', `/concerns/:c/children/:h/agree`, { agree: 'yes' }],
  ['join a record', `/concerns/:c/children/:h/record`, { record: 'new' }],
  ['note', `/people/:p/notes/new`, { kind: 'call', words: 'Words.', when: 'just-now' }],
  ['safe contact', `/people/:p/safe-contact`, { way: 'Ring at noon.', version: '' }],
  [
    'correct',
    `/people/:p/correct`,
    { given: 'A', family: 'B', 'born-absence': 'not-known', sex: 'F', reason: 'Words.', version: 'any' },
  ],
  ['add a name', `/people/:p/names/new`, { kind: 'nickname', given: 'A' }],
  ['end a name', `/people/:p/names/:n/end`, { why: 'recorded-by-mistake' }],
  ['add a number', `/people/:p/identifiers/new`, { kind: 'upn', value: 'A123456789012' }],
  ['end a number', `/people/:p/identifiers/:i/end`, { why: 'recorded-by-mistake' }],
] as const)(
  'a deed on a hidden record (%s) is answered as if it were not there, and changes nothing',
  async (_, path, typed) => {
    const filled = path
      .replace(':c', secret.concern)
      .replace(':h', secret.child)
      .replace(':p', secret.person)
      .replace(':n', secret.name)
      .replace(':i', secret.identifier)
    const answers = []
    for (const t of [without, withSecret]) {
      const grace = await t.as('Grace Okafor')
      const form = await grace.formAt('/people/new')
      const answer = await grace.submit(filled, typed, form)
      answers.push({ status: answer.statusCode, body: answer.body })
    }
    expect(answers[1]).toEqual(answers[0])
    expect(answers[0]?.status).toBe(404)
  },
)
