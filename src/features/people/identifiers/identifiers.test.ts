import { afterAll, beforeAll, expect, test } from 'vitest'
import { entriesAbout, makePerson } from '#test/kit/made-people.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

test('a number is added, shown, ended, and can be read afterwards', async () => {
  const id = await makePerson(t)
  const helen = await t.as('Helen Marsh')
  const at = `/people/${id}/identifiers/new`
  expect((await helen.submit(at, { kind: 'nhs-number', value: '9434765919' })).statusCode).toBe(303)
  const page = await helen.get(`/people/${id}`)
  expect(page.body).toContain('943 476 5919')
  const again = await helen.submit(at, { kind: 'nhs-number', value: '943-476-5919' })
  expect(again.statusCode).toBe(409)
  expect(again.body).toContain('This number is on the record already')
  const identifier = /identifiers\/([\w-]{36})\/end/.exec(page.body)?.[1] ?? ''
  const ending = `/people/${id}/identifiers/${identifier}/end`
  expect((await helen.get(ending)).body).toContain('NHS number 943 476 5919')
  expect((await helen.submit(ending, {})).body).toContain('Choose why you are ending it')
  await helen.submit(ending, { why: 'recorded-by-mistake' })
  const after = await helen.get(`/people/${id}`)
  expect(after.body).toMatch(/NHS number: <bdi>943 476 5919<\/bdi>/)
  expect(after.body).not.toContain('/end"')
  // Once it is ended, the right one may be the same after all.
  expect((await helen.submit(at, { kind: 'nhs-number', value: '9434765919' })).statusCode).toBe(303)
  expect((await entriesAbout(t, id)).filter(one => one.deed.startsWith('person.identifier'))).toMatchObject([
    { deed: 'person.identifier-added', detail: { identifier, kind: 'nhs-number' } },
    { deed: 'person.identifier-ended', detail: { identifier, why: 'recorded-by-mistake' } },
    { deed: 'person.identifier-added' },
  ])
})

test.each([
  [{ value: 'X' }, 'Choose what kind of number it is'],
  [{ kind: 'nhs-number', value: '943 476 5918' }, 'its last digit does not fit the others'],
  [{ kind: 'nhs-number', value: '943' }, 'Enter an NHS number of 10 digits'],
  [{ kind: 'upn', value: 'A801200005001' }, 'its first letter does not fit the digits'],
  [{ kind: 'local-case-reference', value: '' }, 'Enter a reference of up to 40'],
])('%j is refused in words, and the ledger says nothing of the number', async (typed, says) => {
  const id = await makePerson(t)
  const refused = await (await t.as('Helen Marsh')).submit(`/people/${id}/identifiers/new`, typed)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain(says)
  expect(refused.body).toContain(`value="${typed.value}"`.replace('value=""', ''))
  expect((await entriesAbout(t, id)).map(one => one.deed)).not.toContain('person.identifier-added')
})
