import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allAtOnce } from '#test/kit/at-once.ts'
import { entriesAbout, makePerson } from '#test/kit/made-people.ts'
import { search } from '#test/kit/searching.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const nameIdOn = (body: string): string => /names\/([\w-]{36})\/end/.exec(body)?.[1] ?? ''

describe('another name', () => {
  test('is found by from then on, with the reason; ended by mistake it is not', async () => {
    const id = await makePerson(t, { givenNames: 'Tamsin', familyName: 'Orchard' })
    const helen = await t.as('Helen Marsh')
    const asked = 'given=Bluebell&family=Orchard'
    expect((await search(helen, asked)).body).not.toContain(id)
    const added = await helen.submit(`/people/${id}/names/new`, { kind: 'nickname', given: 'Bluebell' })
    expect(added.headers.location).toBe(`/people/${id}`)
    const found = await search(helen, asked)
    expect(found.body).toContain(id)
    expect(found.body).toContain('also known as Bluebell Orchard')
    expect((await search(helen, 'given=Bluebel&family=Orchard')).body).toContain(id)
    // The record's own name is found as before, and says nothing of the other.
    expect((await search(helen, 'given=Tamsin&family=Orchard')).body).not.toContain('also known as')

    const page = await helen.get(`/people/${id}`)
    const nameId = nameIdOn(page.body)
    await helen.submit(`/people/${id}/names/${nameId}/end`, { why: 'recorded-by-mistake' })
    expect((await search(helen, asked)).body).not.toContain(id)
    const after = await helen.get(`/people/${id}`)
    expect(after.body).toMatch(/Nickname: <bdi>Bluebell<\/bdi>/)
    expect(after.body).toContain('It was recorded by mistake')
    expect((await entriesAbout(t, id)).filter(one => one.deed.startsWith('person.name'))).toEqual([
      { deed: 'person.name-added', detail: { name: nameId, kind: 'nickname' } },
      { deed: 'person.name-ended', detail: { name: nameId, why: 'recorded-by-mistake' } },
    ])
  })

  test('that is no longer used is still found by, and says until when', async () => {
    const id = await makePerson(t, { givenNames: 'Wren', familyName: 'Latimer' })
    const helen = await t.as('Helen Marsh')
    await helen.submit(`/people/${id}/names/new`, {
      kind: 'other-name',
      family: 'Ashgrove',
      'from-day': '1',
      'from-month': '9',
      'from-year': '2024',
    })
    const nameId = nameIdOn((await helen.get(`/people/${id}`)).body)
    const ended = { why: 'no-longer-used', 'until-day': '2', 'until-month': '3', 'until-year': '2026' }
    await helen.submit(`/people/${id}/names/${nameId}/end`, ended)
    expect((await search(helen, 'given=Wren&family=Ashgrove')).body).toContain(id)
    const page = await helen.get(`/people/${id}`)
    expect(page.body).toContain('from 1 September 2024 until 2 March 2026')
    expect(nameIdOn(page.body)).toBe('')
  })

  test('stays found by when the record is corrected', async () => {
    const id = await makePerson(t, { givenNames: 'Ottilie', familyName: 'Farrow' })
    const helen = await t.as('Helen Marsh')
    await helen.submit(`/people/${id}/names/new`, { kind: 'nickname', given: 'Comet' })
    const person = await t.database.superuser
      .selectFrom('personRecord')
      .select(({ cast }) => cast<string>('since', 'text').as('version'))
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const page = await helen.get(`/people/${id}/correct`)
    const version = /name="version" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    expect(version.slice(0, 19)).toBe(person.version.slice(0, 19))
    const typed = {
      version,
      given: 'Ottilie',
      family: 'Farrar',
      'born-absence': 'not-known',
      sex: 'F',
      reason: 'Her passport.',
    }
    expect((await helen.submit(`/people/${id}/correct`, typed)).statusCode).toBe(303)
    expect((await search(helen, 'given=Comet&family=Farrar')).body).toContain(id)
  })

  test('ended by two at once: the second is told who ended it', async () => {
    const id = await makePerson(t, { givenNames: 'Isolde', familyName: 'Marchmont' })
    const [helen, priya] = [await t.as('Helen Marsh'), await t.as('Priya Raman')]
    await helen.submit(`/people/${id}/names/new`, { kind: 'nickname', given: 'Izzy' })
    const at = `/people/${id}/names/${nameIdOn((await helen.get(`/people/${id}`)).body)}/end`
    await helen.submit(at, { why: 'no-longer-used' })
    const told = await priya.submit(at, { why: 'recorded-by-mistake' })
    expect(told.statusCode).toBe(409)
    expect(told.body).toContain('Helen Marsh already ended this on')
  })

  test.each([
    ['no kind', { given: 'Bo' }, 'Choose what kind of name it is'],
    ['no name', { kind: 'nickname' }, 'Enter given names, a family name or both'],
    ['half a day', { kind: 'nickname', given: 'Bo', 'from-day': '3' }, 'Enter a month'],
    [
      'the end before the beginning',
      {
        kind: 'nickname',
        given: 'Bo',
        'from-day': '3',
        'from-month': '3',
        'from-year': '2025',
        'until-day': '2',
        'until-month': '3',
        'until-year': '2025',
      },
      'Enter a day that is not before the day it was used from',
    ],
  ])('is refused with %s', async (_, typed, says) => {
    const id = await makePerson(t)
    const refused = await (await t.as('Helen Marsh')).submit(`/people/${id}/names/new`, typed)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(says)
  })

  test('is added once, however it is written', async () => {
    const id = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    await helen.submit(`/people/${id}/names/new`, { kind: 'nickname', given: 'Bo' })
    const again = await helen.submit(`/people/${id}/names/new`, { kind: 'nickname', given: 'BO' })
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('This name is on the record already')
  })

  test('of one person is not ended through another', async () => {
    const [one, other] = [await makePerson(t), await makePerson(t, { givenNames: 'Zed' })]
    const helen = await t.as('Helen Marsh')
    await helen.submit(`/people/${one}/names/new`, { kind: 'nickname', given: 'Bo' })
    const nameId = nameIdOn((await helen.get(`/people/${one}`)).body)
    const answer = await helen.get(`/people/${other}/names/${nameId}/end`)
    expect(answer.statusCode).toBe(404)
  })
})

test('names added at the same moment both have their keys', async () => {
  const id = await makePerson(t, { givenNames: 'Perdita', familyName: 'Vance' })
  const people = [await t.as('Helen Marsh'), await t.as('Priya Raman')]
  const at = `/people/${id}/names/new`
  const forms = await Promise.all(people.map(one => one.formAt(at)))
  const answers = await allAtOnce(
    t,
    id,
    people.map(
      (one, index) => () =>
        one.submit(at, { kind: 'nickname', given: ['Sparrow', 'Juniper'][index] ?? '' }, forms[index]),
    ),
  )
  expect(answers.map(answer => answer.statusCode)).toEqual([303, 303])
  for (const given of ['Sparrow', 'Juniper'])
    expect((await search(await t.as('Helen Marsh'), `given=${given}&family=Vance`)).body).toContain(id)
})
