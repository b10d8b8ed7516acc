import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIdentifier, sayIdentifier } from './identifiers.ts'

describe('an NHS number', () => {
  test.each(['943 476 5919', '9434765919', '401-023-2137', '999 000 0018'])('%s is taken', typed => {
    const read = readIdentifier('nhs-number', typed)
    expect(read).toEqual({ ok: true, value: typed.replaceAll(/[\s-]/g, '') })
  })

  test.each([
    '943 476 5918',
    '999 123 4560',
    '999 000 018',
    '999 000 00181',
    '',
    'ABCDEFGHIJ',
    '９４３４７６５９１９',
  ])('%s is refused in words', typed => {
    const read = readIdentifier('nhs-number', typed)
    expect(read.ok).toBe(false)
    expect(read.ok ? '' : read.says).toMatch(/NHS number/)
  })

  test('with any one digit wrong or two neighbours changed over is refused', () => {
    const right = '9434765919'
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const wrong = [...right]
        wrong[at] = String((Number(wrong[at]) + by) % 10)
        expect(readIdentifier('nhs-number', wrong.join('')).ok).toBe(false)
      }),
    )
    for (let at = 0; at < 9; at += 1) {
      const signs = [...right]
      if (signs[at] === signs[at + 1]) continue
      ;[signs[at], signs[at + 1]] = [signs[at + 1] ?? '', signs[at] ?? '']
      expect(readIdentifier('nhs-number', signs.join('')).ok).toBe(false)
    }
  })

  test('is said in groups', () => {
    expect(sayIdentifier('nhs-number', '9434765919')).toBe('943 476 5919')
  })
})

describe('a UPN', () => {
  test.each([
    ['B801200005001', 'a permanent one'],
    ['b801 2000 05001', 'as it may be typed'],
    ['L82012340901A', 'a temporary one'],
  ])('%s is taken: %s', typed => {
    expect(readIdentifier('upn', typed).ok).toBe(true)
  })

  test.each([
    'A801200005001',
    'B801200005002',
    'S801200005001',
    'B80120000500',
    'B8012000050011',
    'L82012340901I',
    '1801200005001',
  ])('%s is refused in words', typed => {
    const read = readIdentifier('upn', typed)
    expect(read.ok ? '' : read.says).toMatch(/UPN/)
  })
})

test.each([
  ['LCS-2024/00817', true],
  ['Case 9', true],
  ['7', true],
  ['', false],
  ['<b>9</b>', false],
  ['x'.repeat(41), false],
  ['two\nlines', false],
])('a local case reference %j', (typed, ok) => {
  expect(readIdentifier('local-case-reference', typed).ok).toBe(ok)
})
