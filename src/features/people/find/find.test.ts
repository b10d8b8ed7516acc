import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePerson } from '#test/kit/made-people.ts'
import { search } from '#test/kit/searching.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { words } from '../words.ts'

let t: TestApp
let id: string
beforeAll(async () => {
  t = await testApp()
  id = await makePerson(t, { givenNames: 'Imogen', familyName: 'Farthing' })
})
afterAll(() => t[Symbol.asyncDispose]())

describe('what cannot be answered is never said to be not here', () => {
  test.each([
    ['a family name alone', 'family=Farthing', 'Enter given names or a date of birth as well'],
    ['a given name alone', 'given=Imogen', 'Enter a family name or the whole date of birth as well'],
    [
      'a given name and a year',
      'given=Imogen&born-year=2011',
      'Enter a family name or the whole date of birth',
    ],
    ['a year alone', 'born-year=2011', 'Enter a name as well'],
    ['nothing', '', 'Enter a name or a date of birth'],
  ])('%s', async (_, asked, says) => {
    const answer = await search(await t.as('Helen Marsh'), asked)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(says)
    expect(answer.body).not.toContain('There is no record here')
    for (const value of new URLSearchParams(asked).values()) expect(answer.body).toContain(`value="${value}"`)
  })
})

test('both names find them, and no one of that name is said in the careful words', async () => {
  const helen = await t.as('Helen Marsh')
  expect((await search(helen, 'given=Imogen&family=Farthing')).body).toContain(id)
  expect((await search(helen, 'given=Perpetua&family=Quennell')).body).toContain(
    'There is no record here that you can see',
  )
})

test('a list that is full says that there may be more, and one that is not does not', async () => {
  for (let n = 0; n < 20; n += 1) await makePerson(t, { givenNames: 'Wilfred', familyName: 'Ostler' })
  const helen = await t.as('Helen Marsh')
  const more = words.likeliest(20)
  expect((await search(helen, 'given=Wilfred&family=Ostler')).body).toContain(more)
  expect((await search(helen, 'given=Rosa&family=Quill')).body).not.toContain(more)
})
