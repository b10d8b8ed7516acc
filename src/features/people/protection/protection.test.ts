import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { linkRecord } from '#features/concerns/decide/link.ts'
import { childrenOn } from '#features/concerns/decide/queries.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { withUnsaid } from '#features/concerns/unsaid.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import { entriesAbout, makePerson } from '#test/kit/made-people.ts'
import { openTo, plantAs } from '#test/kit/plant.ts'
import { proofFor } from '#test/kit/routes/standing.ts'
import { search } from '#test/kit/searching.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { createPersonRecord } from '../record/service.ts'
import { sayProtection } from './service.ts'

const AREA = ['administration', 'concerns', 'notes']
const KNOWN = {
  givenNames: 'Rowan',
  givenNamesAbsence: null,
  familyName: 'Ellery',
  familyNameAbsence: null,
  knownAs: null,
  bornFrom: plainDate('2012-04-16'),
  bornTo: plainDate('2012-04-16'),
  bornAbsence: null,
  sex: 'F',
  sexAbsence: null,
} as const
const asked = {
  given: 'Rowan',
  family: 'Ellery',
  'born-day': '16',
  'born-month': '4',
  'born-year': '2012',
}

const ASKED = new URLSearchParams(asked).toString()

describe('a protected identity', () => {
  let t: TestApp
  beforeAll(async () => {
    t = await testApp(AREA)
  })
  afterAll(() => t[Symbol.asyncDispose]())

  const status = async (name: string, id: PersonRecordId, page = ''): Promise<number> =>
    (await (await t.as(name)).get(`/people/${id}${page}`)).statusCode
  const protect = (id: PersonRecordId) =>
    t
      .as('Helen Marsh')
      .then(one => one.submit(`/people/${id}/protection`, { say: 'protect', reason: 'Adopted.' }))

  test('is for whoever said so and the supervisors of its holder, and for nobody else', async () => {
    const id = await makePerson(t, KNOWN)
    await openTo(t, id, 'Moira Kelly')
    t.world.advance(1)
    expect(await status('Moira Kelly', id)).toBe(200)
    expect((await protect(id)).statusCode).toBe(303)
    for (const name of ['Helen Marsh', 'Grace Okafor']) expect(await status(name, id)).toBe(200)
    for (const name of [
      'Priya Raman',
      'Tom Ashdown',
      'Judith Amos',
      'Moira Kelly',
      'Leah Brandt',
      'Daniel Frost',
    ]) {
      expect(await status(name, id), name).toBe(404)
      expect(await status(name, id, '/protection'), name).toBe(404)
      expect((await search(await t.as(name), ASKED)).body, name).not.toContain(id)
    }
    const page = await (await t.as('Grace Okafor')).get(`/people/${id}`)
    expect(page.body).toContain('Named people only: 2 can see this record.')
    expect((await search(await t.as('Grace Okafor'), ASKED)).body).toContain(id)
    expect((await entriesAbout(t, id)).map(entry => entry.deed)).toContain('person.protected')
  })

  test('has no key under which another could find it', async () => {
    const id = await makePerson(t, { ...KNOWN, givenNames: 'Maisie' })
    await protect(id)
    const keys = (name: string) =>
      t.act(name, act => act.tx.selectFrom('matchKey').select('key').where('subject', '=', id).execute())
    expect(await keys('Priya Raman')).toEqual([])
    expect((await keys('Helen Marsh')).length).toBeGreaterThan(0)
  })

  test('is lifted by those alone whom it is for, with the reason', async () => {
    const id = await makePerson(t, { ...KNOWN, givenNames: 'Tilda' })
    await protect(id)
    t.world.advance(1)
    const lift = { say: 'lift', reason: 'The order has ended.' }
    const priya = await t.as('Priya Raman')
    const refused = await priya.submit(`/people/${id}/protection`, lift, await proofFor(t, priya))
    expect(refused.statusCode).toBe(404)
    const grace = await t.as('Grace Okafor')
    const blank = await grace.submit(`/people/${id}/protection`, { ...lift, reason: '' })
    expect(blank.statusCode).toBe(422)
    expect((await grace.submit(`/people/${id}/protection`, lift)).statusCode).toBe(303)
    expect(await status('Priya Raman', id)).toBe(200)
    expect((await entriesAbout(t, id)).map(entry => entry.deed)).toContain('person.protection-lifted')
    const again = await grace.submit(`/people/${id}/protection`, lift)
    expect(again.statusCode).toBe(409)
    expect((await protect(id)).statusCode).toBe(303)
    expect(await status('Priya Raman', id)).toBe(404)
  })

  test('joined to a concern before, stays so for whoever may no longer see it', async () => {
    const { concernId } = await sendAbout(t)
    const [child] = await t.act('Priya Raman', act => childrenOn(act.tx, concernId))
    if (!child) throw new Error('no child')
    const link = { concernId, concernChildId: child.id, record: 'new' } as const
    const id = await t.act('Priya Raman', act => linkRecord(act, link))
    await protect(id)
    const priya = await t.as('Priya Raman')
    const again = await priya.submit(`/concerns/${concernId}/children/${child.id}/record`, { record: 'new' })
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('cannot be joined to a record now')
    const page = await priya.get(`/concerns/${concernId}`)
    expect(page.body).not.toContain(id)
  })

  test('of another agency can neither be set nor lifted', async () => {
    const id = await makePerson(t, { ...KNOWN, givenNames: 'Ada' })
    await openTo(t, id, 'Moira Kelly')
    await expect(
      t.act('Moira Kelly', act => sayProtection(act, id, { say: 'protect', reason: 'x' })),
    ).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

/** Owen writes of a child with the same name and day of birth; whoever decides looks for her record. */
const sendAbout = (t: TestApp) =>
  t.act('Owen Price', act =>
    sendConcern(
      act,
      withUnsaid({
        'child-area': t.idOf('area Wexcombe North'),
        'child-1-child-name-given': 'Rowan',
        'child-1-child-name-family': 'Ellery',
        'child-1-child-born-day': '16',
        'child-1-child-born-month': '4',
        'child-1-child-born-year': '2012',
        account: 'Fact: tired, and asks to stay behind.',
        noticed: ['distress'],
      }),
    ),
  )

test('with and without it, everyone else is answered alike to the byte', async () => {
  await using without = await testApp(AREA)
  await using withIt = await testApp(AREA)
  const hidden = await plantAs(withIt, 'Helen Marsh', async act => {
    const id = await createPersonRecord(act, KNOWN)
    await sayProtection(act, id, { say: 'protect', reason: 'Adopted.' })
    return id
  })
  const concerns = [await sendAbout(without), await sendAbout(withIt)]
  const told = ({ statusCode, headers, body }: LightMyRequestResponse) => ({
    statusCode,
    headers: { ...headers, date: '' },
    body,
  })
  const alike = async (work: (t: TestApp, concernId: string) => Promise<LightMyRequestResponse>) => {
    const [plain, planted] = [
      await work(without, concerns[0]?.concernId ?? ''),
      await work(withIt, concerns[1]?.concernId ?? ''),
    ]
    expect(told(planted)).toEqual(told(plain))
    return plain
  }
  const others = [
    'Priya Raman',
    'Tom Ashdown',
    'Ruth Adeyemi',
    'Alan Pike',
    'Judith Amos',
    'Moira Kelly',
    'Leah Brandt',
    'Daniel Frost',
    'Sunita Kaur',
  ]
  let answered = 0
  for (const name of others) {
    for (const page of [
      '/',
      '/people',
      `/people/${hidden}`,
      `/people/${hidden}/before`,
      `/people/${hidden}/protection`,
      `/people/${hidden}/who-looked`,
      '/concerns/queue',
      '/concerns/seen',
    ]) {
      const { statusCode } = await alike(async t => (await t.as(name)).get(page))
      if (page.includes(hidden)) expect([403, 404]).toContain(statusCode)
      answered += statusCode === 200 ? 1 : 0
    }
  }
  expect(answered).toBeGreaterThan(20)
  for (const name of ['Priya Raman', 'Moira Kelly', 'Leah Brandt']) {
    const found = await alike(async t => search(await t.as(name), ASKED))
    expect(found.statusCode).toBe(200)
    // Search before create names nobody: the record is made.
    const made = await alike(async t => (await t.as(name)).submit('/people/new', { ...asked, sex: 'F' }))
    expect(made.statusCode).toBe(303)
  }
  // The record made by Priya is suggested where the concern's child is joined to one, and no other.
  const childOf = async (t: TestApp): Promise<string> =>
    (
      await t.database.superuser
        .selectFrom('concernChild')
        .select('id')
        .where('called', '=', 'Rowan Ellery')
        .executeTakeFirstOrThrow()
    ).id
  const records = await alike(async (t, id) =>
    (await t.as('Priya Raman')).get(`/concerns/${id}/children/${await childOf(t)}/record`),
  )
  expect(records.body).toContain('Ellery')
  expect(records.body).not.toContain(hidden)
})
