import { base, en, en_GB, Faker } from '@faker-js/faker'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import type { NamedAndBorn } from './known-person.ts'
import { lookUpKeys } from './look-up-keys.ts'
import { matchKeys } from './match-keys.ts'
import { rankCandidates } from './rank-candidates.ts'

const faker = new Faker({ locale: [en_GB, en, base], seed: 11 })
const person = (given: string, family: string, born: string): NamedAndBorn => ({
  givenNames: given,
  familyName: family,
  bornFrom: plainDate(born),
  bornTo: plainDate(born),
})

const crowd = Array.from({ length: 5000 }, () =>
  person(
    faker.person.firstName(),
    faker.person.lastName(),
    faker.date.birthdate({ mode: 'age', min: 8, max: 18, refDate: '2026-11-24' }).toISOString().slice(0, 10),
  ),
)

const planted = person('Catherine', 'O’Neill-Łukasz', '2011-03-07')

function search(asked: NamedAndBorn): NamedAndBorn[] {
  const keys = new Set(lookUpKeys(asked))
  return rankCandidates(
    asked,
    [...crowd, planted].filter(one => matchKeys(one).some(key => keys.has(key))),
  )
}

describe('a look-up finds the child among the first five', () => {
  test.each([
    ['as recorded', person('Catherine', 'O’Neill-Łukasz', '2011-03-07')],
    ['letters changed places', person('Cahterine', 'O’Neill-Łukasz', '2011-03-07')],
    ['letters changed places in the family name', person('Catherine', 'O’Neill-Łuksaz', '2011-03-07')],
    ['names the other way round', person('O’Neill-Łukasz', 'Catherine', '2011-03-07')],
    ['day and month the other way round', person('Catherine', 'O’Neill-Łukasz', '2011-07-03')],
    ['the year one out', person('Catherine', 'O’Neill-Łukasz', '2012-03-07')],
    ['a short form', person('Kate', 'O’Neill-Łukasz', '2011-03-07')],
    ['the hyphen dropped', person('Catherine', 'ONeill Łukasz', '2011-03-07')],
    ['accents dropped', person('Catherine', 'O’Neill-Lukasz', '2011-03-07')],
    ['only the name', { ...planted, bornFrom: null, bornTo: null }],
    [
      'only the name, letters changed places',
      { ...planted, givenNames: 'Cahterine', bornFrom: null, bornTo: null },
    ],
  ])('%s', (_, asked) => {
    expect(
      search(asked)
        .slice(0, 5)
        .map(one => one.familyName),
    ).toContain(planted.familyName)
  })
})

test('a twin is not suggested on family name and birth alone', () => {
  const twin = person('Roisin', 'O’Neill-Łukasz', '2011-03-07')
  expect(rankCandidates(twin, [planted])).toEqual([])
})

test('the reasons are in words, and none of them is a number', () => {
  const [likely] = rankCandidates(person('Kate', 'O’Neill-Łukasz', '2011-07-03'), [planted])
  expect(likely?.reasonsFor).toEqual([
    'one given name may be short for the other',
    'same family name',
    'day and month of birth the other way round',
  ])
  expect(JSON.stringify(likely?.reasonsFor)).not.toMatch(/\d/)
})

test('a record keeps few keys', () => {
  const counts = crowd.map(one => matchKeys(one).length)
  expect(Math.max(...counts)).toBeLessThanOrEqual(14)
})
