import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { allAtOnce } from '#test/kit/at-once.ts'
import { entriesAbout, makePerson } from '#test/kit/made-people.ts'
import { openTo } from '#test/kit/plant.ts'
import { sentFrom } from '#test/kit/read-form.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { writeSafeContact } from './queries.ts'
import { setSafeContact, type SafeContactSaid } from './service.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const at = (id: string): string => `/people/${id}/safe-contact`

type Browser = Awaited<ReturnType<TestApp['as']>>

const fieldsIn = (body: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sentFrom(body))
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, values]) => [name, values.at(-1) ?? '']),
  )
const formOf = async (browser: Browser, id: string) => fieldsIn((await browser.get(at(id))).body)

/** The one answer that is kept, and how often it was another. */
const kept = async (id: PersonRecordId) => ({
  ways: (
    await t.database.superuser.selectFrom('safeContact').select('way').where('subject', '=', id).execute()
  ).map(row => row.way),
  before: (
    await t.database.superuser
      .selectFrom('formerVersion')
      .select('id')
      .where('tableName', '=', 'safe_contact')
      .where('subject', '=', id)
      .execute()
  ).length,
})

const SAID: SafeContactSaid = {
  way: 'Through the form tutor',
  wayAbsence: null,
  wordsToUse: null,
  doNot: null,
  notToBeTold: null,
  interpreter: null,
}

describe('safe contact', () => {
  test('is recorded and changed by one after the other, and what stood before is kept', async () => {
    const id = await makePerson(t)
    const [helen, priya] = [await t.as('Helen Marsh'), await t.as('Priya Raman')]
    const first = { ...(await formOf(helen, id)), way: 'Ring at noon.', 'do-not': 'Write.' }
    expect((await helen.submit(at(id), first)).statusCode).toBe(303)
    const form = await formOf(priya, id)
    expect(form).toMatchObject({ way: 'Ring at noon.', 'do-not': 'Write.', 'way-absence': '' })
    const second = { ...form, way: '', 'way-absence': 'declined' }
    expect((await priya.submit(at(id), second)).statusCode).toBe(303)
    expect((await priya.get(`/people/${id}`)).body).toContain('Asked and declined')
    expect(await kept(id)).toEqual({ ways: [null], before: 1 })
    const deeds = (await entriesAbout(t, id)).map(entry => entry.deed)
    expect(deeds.filter(deed => deed === 'person.safe-contact-set')).toHaveLength(2)
  })

  test.each([
    ['recorded', null],
    ['changed', 'Ring at noon.'],
  ])(
    '%s by two people: the second sees whose it is, keeps their own words, and may save over it knowingly',
    async (_, stands) => {
      const id = await makePerson(t)
      const [helen, priya] = [await t.as('Helen Marsh'), await t.as('Priya Raman')]
      if (stands) await helen.submit(at(id), { ...(await formOf(helen, id)), way: stands })
      const [first, second] = [await formOf(helen, id), await formOf(priya, id)]
      await helen.submit(at(id), { ...first, way: 'Only at school.', 'not-to-be-told': 'Her uncle.' })
      const told = await priya.submit(at(id), { ...second, way: 'On her mobile.', interpreter: 'Polish' })
      expect(told.statusCode).toBe(409)
      expect(told.body).toContain('Helen Marsh saved a safe contact on')
      expect(told.body).toContain('What it says now')
      expect(told.body).toContain('Only at school.')
      expect(told.body).toContain('Her uncle.')
      expect((await kept(id)).ways).toEqual(['Only at school.'])
      const again = fieldsIn(told.body)
      expect(again).toMatchObject({ way: 'On her mobile.', interpreter: 'Polish' })
      expect((await priya.submit(at(id), again)).statusCode).toBe(303)
      expect(await kept(id)).toEqual({ ways: ['On her mobile.'], before: stands ? 2 : 1 })
    },
  )

  test('a stale form that is wrong as well is told of the other first; a fault of one’s own does not bring it up to date', async () => {
    const id = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    const form = await formOf(helen, id)
    await helen.submit(at(id), { ...form, way: 'Ring at noon.' })
    expect((await helen.submit(at(id), { ...form, way: '' })).statusCode).toBe(409)
    const wrong = await helen.submit(at(id), { ...form, way: 'x'.repeat(2001) })
    expect(wrong.statusCode).toBe(422)
    expect(fieldsIn(wrong.body)['version']).toBe(form['version'])
    expect((await kept(id)).ways).toEqual(['Ring at noon.'])
  })

  test('at the very same moment: one is saved, the other is told', async () => {
    const id = await makePerson(t)
    const people = [await t.as('Helen Marsh'), await t.as('Priya Raman')]
    const ready = await Promise.all(
      people.map(async one => ({ one, form: await formOf(one, id), keys: await one.formAt(at(id)) })),
    )
    const answers = await allAtOnce(
      t,
      id,
      ready.map(
        ({ one, form, keys }, index) =>
          () =>
            one.submit(at(id), { ...form, way: `Way ${index}` }, keys),
      ),
    )
    expect(new Set(answers.map(answer => answer.statusCode))).toEqual(new Set([303, 409]))
    expect((await kept(id)).ways).toHaveLength(1)
  })

  test.each([
    ['neither a way nor why not', {}],
    ['both', { way: 'Ring at noon.', 'way-absence': 'declined' }],
  ])('with %s is refused', async (_, typed) => {
    const id = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    const answer = await helen.submit(at(id), { ...(await formOf(helen, id)), ...typed })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Enter a safe way to reach them, or say why you cannot')
    expect((await kept(id)).ways).toEqual([])
  })
})

describe('an agency to which a child was opened', () => {
  test('reads the one answer and puts none of its own beside it', async () => {
    const id = await makePerson(t)
    await t.act('Helen Marsh', act => setSafeContact(act, id, { said: SAID, over: null }))
    await openTo(t, id, 'Moira Kelly')
    const moira = await t.as('Moira Kelly')
    const page = await moira.get(`/people/${id}`)
    expect(page.body).toContain('Through the form tutor')
    expect(page.body).not.toContain('/safe-contact')
    expect((await moira.get(at(id))).statusCode).toBe(403)
    const form = await moira.formAt('/people/new')
    expect((await moira.submit(at(id), { way: 'On her mobile.', version: '' }, form)).statusCode).toBe(403)
    await expect(
      t.act('Moira Kelly', act =>
        setSafeContact(act, id, { said: { ...SAID, way: 'On her mobile.' }, over: null }),
      ),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await kept(id)).ways).toEqual(['Through the form tutor'])
  })

  test('is held to it by the database, whatever a deed forgets', async () => {
    const id = await makePerson(t)
    await openTo(t, id, 'Moira Kelly')
    const now = t.world.now()
    const written = t.act('Moira Kelly', act =>
      writeSafeContact(act.tx, {
        id: act.world.uuid(),
        ownerAgency: act.viewer.agencyId,
        category: 'identity',
        subject: id,
        since: now,
        ...SAID,
        askedBy: act.viewer.id,
        askedByName: act.viewer.name,
        askedAt: now,
      }),
    )
    await expect(written).rejects.toThrow('foreign key constraint')
    expect((await kept(id)).ways).toEqual([])
  })
})
