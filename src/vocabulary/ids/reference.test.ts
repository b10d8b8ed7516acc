import { describe, expect, test } from 'vitest'
import { testWorld } from '#test/kit/test-world.ts'
import { makeReference, readReference } from './reference.ts'

const world = testWorld()
const some = Array.from({ length: 200 }, () => makeReference('CON', world.randomBytes))
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXY'

describe('a reference', () => {
  test('is read back however it was said', () => {
    for (const reference of some) {
      for (const said of [
        reference,
        reference.toLowerCase(),
        reference.replaceAll('-', ''),
        ` ${reference.replaceAll('-', ' ')} `,
        reference.replaceAll('0', 'O').replaceAll('1', 'l'),
      ]) {
        expect(readReference(said)).toBe(reference)
      }
    }
  })

  test('with any one character wrong is not one', () => {
    for (const reference of some) {
      for (let at = 4; at < reference.length; at += 1) {
        if (reference[at] === '-') continue
        for (const letter of LETTERS) {
          if (letter === reference[at]) continue
          expect(readReference(reference.slice(0, at) + letter + reference.slice(at + 1))).toBeNull()
        }
      }
    }
  })

  test('with two neighbours changed places is not one', () => {
    for (const reference of some) {
      const plain = reference.replaceAll('-', '')
      for (let at = 3; at < plain.length - 1; at += 1) {
        if (plain[at] === plain[at + 1]) continue
        expect(readReference(plain.slice(0, at) + plain[at + 1] + plain[at] + plain.slice(at + 2))).toBeNull()
      }
    }
  })

  test.each(['', 'CON', 'CON-1234', 'C0N-1234-5678', "'; drop", 'CON-UUUU-UUUU'])('%j is not one', text => {
    expect(readReference(text)).toBeNull()
  })
})
