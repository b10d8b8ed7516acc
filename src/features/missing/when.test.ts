import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn, londonDay } from '#vocabulary/dates/london.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import { mayBecome, STATUSES, TRANSITIONS } from './status.ts'
import { bornAtAge, hoursSince, readTime, readWhen, sayAge, sayHours } from './when.ts'

test.each([
  ['16:30', '16:30'],
  ['1630', '16:30'],
  ['4.30pm', '16:30'],
  ['4pm', '16:00'],
  ['12am', '00:00'],
  ['12.15 PM', '12:15'],
  ['9:05', '09:05'],
  ['00:10', '00:10'],
  ['24:00', null],
  ['13pm', null],
  ['4', null],
  ['16', null],
  ['16:75', null],
  ['at night', null],
  ['', null],
])('the time %j is read as %j', (typed, read) => {
  expect(readTime(typed)).toBe(read)
})

test.each([
  [0, 'Less than an hour'],
  [1, '1 hour'],
  [47, '47 hours'],
  [51, '51 hours (2 days)'],
])('%d hours are said as %j', (hours, said) => {
  expect(sayHours(hours)).toBe(said)
})

const now = new Date('2026-11-24T10:00:00Z')

test.each([
  ['2012-05-08', '2012-05-08', '14'],
  ['2012-01-01', '2012-12-31', '13 to 14'],
  ['2012-01-01', '2012-06-30', 'about 14'],
  [null, null, 'age not known'],
])('born from %s to %s is said as %s', (from, to, said) => {
  const born = { bornFrom: from && plainDate(from), bornTo: to && plainDate(to) }
  expect(sayAge({ bornFrom: born.bornFrom || null, bornTo: born.bornTo || null }, now)).toBe(said)
})

const moments = fc.date({
  min: new Date('2010-01-01T00:00:00Z'),
  max: new Date('2037-12-31T00:00:00Z'),
  noInvalidDate: true,
})

test('whoever is about so old today is just that old today, whenever that is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 17 }), moments, (age, at) => {
      const today = londonDay(at)
      const born = bornAtAge(age, today)
      expect([ageOn(born.bornFrom, today), ageOn(born.bornTo, today)]).toEqual([age, age])
      expect(sayAge(born, at)).toBe(`about ${age}`)
    }),
  )
})

test('hours go by and never come back, also when the clocks change', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 5_000_000 }), (then, seconds) => {
      const later = new Date(then.getTime() + seconds * 1_000)
      expect(hoursSince(then, later)).toBe(Math.floor(seconds / 3_600))
      expect(hoursSince(later, then)).toBe(0)
    }),
  )
})

test('a moment that is yet to come is never taken', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 23 }), (at, hour) => {
      const errors: Record<string, string> = {}
      const typed = {
        on: 'today',
        day: '',
        month: '',
        year: '',
        time: `${hour}:00`.padStart(5, '0'),
      } as const
      const read = readWhen('seen', typed, { now: at, errors })
      expect(read === null).toBe('seen-time' in errors)
      if (read) expect(read.getTime()).toBeLessThanOrEqual(at.getTime())
    }),
  )
})

describe('an episode', () => {
  test.each(STATUSES.flatMap(from => STATUSES.map(to => [from, to] as const)))(
    'from %s to %s',
    (from, to) => {
      expect(mayBecome(from, to)).toBe(from === 'missing' && to !== 'missing')
      expect(TRANSITIONS[from].includes(to)).toBe(mayBecome(from, to))
    },
  )
})
