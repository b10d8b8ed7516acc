import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allAtOnce } from '#test/kit/at-once.ts'
import { entriesAbout, makePerson } from '#test/kit/made-people.ts'
import { openTo } from '#test/kit/plant.ts'
import { sentFrom } from '#test/kit/read-form.ts'
import { search } from '#test/kit/searching.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp(['administration', 'concerns'])
})
afterAll(() => t[Symbol.asyncDispose]())

type Browser = Awaited<ReturnType<TestApp['as']>>

/** What a browser would send if the form were sent as it stands. */
const formOf = async (browser: Browser, path: string): Promise<Record<string, string>> => {
  const page = await browser.get(path)
  expect(page.statusCode).toBe(200)
  return fieldsIn(page.body)
}
const fieldsIn = (body: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sentFrom(body))
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, values]) => [name, values.at(-1) ?? '']),
  )

describe('correcting a record', () => {
  test('changes what it says, keeps what it said, and moves the keys with it', async () => {
    const id = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    const form = await formOf(helen, `/people/${id}/correct`)
    expect(form).toMatchObject({
      given: 'Rosa',
      family: 'Quill',
      'born-day': '8',
      'born-year': '2012',
      sex: 'F',
    })
    t.world.advance(5)
    const saved = await helen.submit(`/people/${id}/correct`, {
      ...form,
      given: 'Rosalind',
      'born-month': '11',
      reason: 'Seen on her passport.',
    })
    expect(saved.headers.location).toBe(`/people/${id}`)
    const page = await helen.get(`/people/${id}`)
    expect(page.body).toContain('Rosalind')
    expect(page.body).toContain('What was recorded before')
    expect(page.body).toMatch(/Given names: <bdi>Rosa<\/bdi>/)
    expect(page.body).toMatch(/Born: <bdi>8 May 2012<\/bdi>/)
    expect(page.body).not.toMatch(/Family name: <bdi>/)
    expect(page.body).toContain('by Helen Marsh')
    expect(page.body).toContain('Seen on her passport.')
    const found = await search(helen, 'given=Rosalind&born-day=8&born-month=11&born-year=2012')
    expect(found.body).toContain(id)
    const keys = await t.database.superuser
      .selectFrom('matchKey')
      .select('key')
      .where('subject', '=', id)
      .execute()
    expect(keys.map(row => row.key)).toContain('b:2012-11-08')
    expect(keys.map(row => row.key)).not.toContain('b:2012-05-08')
    const entry = (await entriesAbout(t, id)).find(one => one.deed === 'person.corrected')
    expect(entry?.detail).toEqual({ fields: ['givenNames', 'bornFrom', 'bornTo'] })
  })

  test('by two people at once: the second is told, keeps what they typed, and may save over it knowingly', async () => {
    const id = await makePerson(t)
    const at = `/people/${id}/correct`
    const [helen, priya] = [await t.as('Helen Marsh'), await t.as('Priya Raman')]
    const [first, second] = [await formOf(helen, at), await formOf(priya, at)]
    // The clock stands still: the versions still differ.
    await helen.submit(at, { ...first, family: 'Quillan', reason: 'Her own spelling.' })
    const typed = { ...second, family: 'Quille', given: 'Róisín', reason: 'From the school.' }
    const told = await priya.submit(at, typed)
    expect(told.statusCode).toBe(409)
    expect(told.body).toContain('Helen Marsh corrected this record on')
    expect(told.body).toContain('What the record says now')
    expect(told.body).toContain('Quillan')
    const again = fieldsIn(told.body)
    expect(again).toMatchObject({ family: 'Quille', given: 'Róisín', reason: 'From the school.' })
    expect((await priya.submit(at, again)).statusCode).toBe(303)
    expect((await priya.get(`/people/${id}`)).body).toMatch(/Family name: <bdi>Quillan<\/bdi>/)
  })

  test('a stale form that is wrong as well is told of the other first', async () => {
    const id = await makePerson(t)
    const at = `/people/${id}/correct`
    const helen = await t.as('Helen Marsh')
    const form = await formOf(helen, at)
    await helen.submit(at, { ...form, family: 'Quillan', reason: 'Her own spelling.' })
    const told = await helen.submit(at, { ...form, given: '', reason: 'Again.' })
    expect(told.statusCode).toBe(409)
    // A fault of one's own does not quietly bring the form up to date.
    const wrong = await helen.submit(at, { ...form, reason: '' })
    expect(fieldsIn(wrong.body)['version']).toBe(form['version'])
  })

  test('at the very same moment: one is saved, the other is told', async () => {
    const id = await makePerson(t)
    const at = `/people/${id}/correct`
    const people = [await t.as('Helen Marsh'), await t.as('Priya Raman')]
    const ready = await Promise.all(
      people.map(async one => ({ one, form: await formOf(one, at), keys: await one.formAt(at) })),
    )
    const answers = await allAtOnce(
      t,
      id,
      ready.map(
        ({ one, form, keys }, index) =>
          () =>
            one.submit(at, { ...form, family: `Quill${index}`, reason: 'At once.' }, keys),
      ),
    )
    expect(new Set(answers.map(answer => answer.statusCode))).toEqual(new Set([303, 409]))
  })

  test.each([
    ['no reason', { reason: '' }, 'Say why you are correcting the record'],
    ['nothing different', {}, 'What you typed is what the record says already'],
    ['neither a name nor why not', { given: '' }, 'Enter given names, or say why you cannot'],
    ['both', { 'family-absence': 'declined' }, 'Enter an answer or say why you cannot, not both'],
    ['a day that is none', { 'born-day': '31', 'born-month': '2' }, 'Enter a day that this month has'],
    ['a day to come', { 'born-year': '2031' }, 'Enter a date that is not in the future'],
    [
      'a year to come',
      { 'born-day': '', 'born-month': '', 'born-year': '2031' },
      'year that is not in the future',
    ],
    ['a name too long', { given: 'x'.repeat(201) }, 'Enter 200 characters or fewer'],
  ])('is refused with %s, and what was typed comes back', async (_, typed, says) => {
    const id = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    const form = await formOf(helen, `/people/${id}/correct`)
    const sent = { ...form, reason: 'Words.', ...typed }
    const refused = await helen.submit(`/people/${id}/correct`, sent)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(says)
    expect(fieldsIn(refused.body)).toMatchObject(sent)
  })

  test('keeps what a concern said of birth and of why an answer is missing', async () => {
    const id = await makePerson(t, {
      bornFrom: '2012-01-01' as never,
      bornTo: '2012-12-31' as never,
      familyName: null,
      familyNameAbsence: 'not-recorded-by-sender',
    })
    const helen = await t.as('Helen Marsh')
    const form = await formOf(helen, `/people/${id}/correct`)
    expect(form).toMatchObject({
      'born-day': '',
      'born-year': '2012',
      'family-absence': 'not-recorded-by-sender',
    })
    await helen.submit(`/people/${id}/correct`, { ...form, given: 'Rosie', reason: 'She says so.' })
    const entry = (await entriesAbout(t, id)).find(one => one.deed === 'person.corrected')
    expect(entry?.detail).toEqual({ fields: ['givenNames'] })
  })
})

test('another agency that may know of the record may not correct it, and is not offered to', async () => {
  const id = await makePerson(t)
  await openTo(t, id, 'Moira Kelly')
  const moira = await t.as('Moira Kelly')
  const page = await moira.get(`/people/${id}`)
  expect(page.statusCode).toBe(200)
  expect(page.body).not.toContain('/correct')
  const form = await moira.formAt('/people/new')
  for (const deed of ['correct', 'names/new', 'identifiers/new']) {
    expect((await moira.get(`/people/${id}/${deed}`)).statusCode).toBe(403)
    const typed = { kind: 'nickname', given: 'A', value: 'A123456789012', version: 'x', reason: 'x' }
    const sent = { ...typed, kind: deed.startsWith('id') ? 'upn' : 'nickname' }
    expect((await moira.submit(`/people/${id}/${deed}`, sent, form)).statusCode).toBe(403)
  }
})
