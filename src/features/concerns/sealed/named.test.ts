import { describe, expect, test } from 'vitest'
import { mayBeNamed, mayBeThePerson } from './named.ts'

describe('who may be the one named', () => {
  const named = (given: string, family: string, nicknames = '') => [
    {
      each: 'person',
      position: 1,
      called: '',
      answers: [
        { question: 'person-name', category: 'concern' as const, value: { given, family }, absence: null },
        ...(nicknames
          ? [
              {
                question: 'person-nicknames',
                category: 'concern' as const,
                value: [nicknames],
                absence: null,
              },
            ]
          : []),
      ],
    },
  ]
  test.each([
    ['Daniel Frost', named('Daniel', 'Frost'), true, 'himself'],
    ['Daniel Frost', named('Dan', 'Frost'), true, 'by a short name'],
    ['Daniel Frost', named('', 'Frosst'), true, 'by how it sounds'],
    ['Laura Frost', named('Daniel', 'Frost'), true, 'of the same family'],
    ['Daniel Frost', named('Danny', ''), true, 'by a given name alone'],
    ['Daniel Frost', named('', '', 'Danny'), true, 'by a nickname'],
    ['Daniel Frost', named('', '', 'DS Frost'), true, 'by rank and name in a nickname'],
    ['Daniel Frost', named('', 'D.Frost'), true, 'by an initial'],
    ['Daniel Frost', named('Frost', 'Daniel'), true, 'the wrong way round'],
    ['Daniel Frost', named('Daniel', 'unknown'), true, 'with a family name that is none'],
    ['Frost, Daniel', named('Daniel', 'Frost'), true, 'whose account has the family name first'],
    ['Frost Daniel', named('Daniel', 'Frost'), true, 'whose account has it first, without a comma'],
    ['Frost', named('Daniel', 'Frost'), true, 'whose account has one name'],
    ['Daniel Frost', named('Daniel', 'Froat'), true, 'with a slip'],
    ['Ann Smith-Frost', named('Daniel', 'Frost'), true, 'by half of a double name'],
    ['Ann O’Brien', named('Ann', 'O Brien'), true, 'with a gap'],
    ['Ann O Brien', named('Ann', 'O’Brien'), true, 'without one'],
    ['Sami Al-Hassan', named('Sami', 'Alhassan'), true, 'without a hyphen'],
    ['Judith Amos', named('Daniel', 'Frost'), false, 'someone else'],
    ['Daniel Okafor', named('Daniel', 'Frost'), false, 'a namesake of another family'],
  ])('%s: %o, %s, %s', (user, people, expected) => {
    expect(mayBeNamed(user, people)).toBe(expected)
  })

  test.each([
    ['Tom Ashdown', named('Thomas', 'Ashdown'), true],
    ['Tom Ashdown', named('Ashdown', 'Tom'), true],
    ['Tom Ashdown', named('', '', 'Tom Ashdown'), true],
    ['Tom Ashdown', named('Tom', ''), false],
    ['Tom Ashdown', named('Laura', 'Ashdown'), false],
  ])('the very person: %s, %o, %s', (user, people, expected) => {
    expect(mayBeThePerson(user, people)).toBe(expected)
  })
})
