import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sayDay, sayMoment, sayMomentShort, sayTime } from './words.ts'
import { plainDate } from './plain-date.ts'

const inLondon = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'Europe/London' })
const long = inLondon({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const short = inLondon({ day: 'numeric', month: 'short', year: 'numeric' })
const clock = inLondon({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

test('a moment is said as GOV.UK writes it', () => {
  expect(sayMoment(new Date('2026-11-24T17:30:00Z'))).toBe('Tuesday 24 November 2026 at 5:30pm')
  expect(sayMoment(new Date('2026-07-01T11:00:00Z'))).toBe('Wednesday 1 July 2026 at 12pm')
  expect(sayMomentShort(new Date('2026-12-31T00:05:00Z'))).toBe('31 Dec 2026, 12:05am')
  expect(sayDay(plainDate('2011-03-03'))).toBe('3 March 2011')
})

test.each([
  ['2026-03-29T00:59:59Z', '12:59am'],
  ['2026-03-29T01:00:00Z', '2am'],
  ['2026-10-25T00:59:59Z', '1:59am'],
  ['2026-10-25T01:00:00Z', '1am'],
])('when the clocks change: %s is %s', (moment, said) => {
  expect(sayTime(new Date(moment))).toBe(said)
})

test('any moment since 1972 is the day and the time that London’s own calendar gives', () => {
  const moments = fc.date({
    min: new Date('1972-01-01T00:00:00Z'),
    max: new Date('2037-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moments, moment => {
      expect(sayMoment(moment).split(' at ')[0]).toBe(long.format(moment).replace(',', ''))
      expect(sayMomentShort(moment).split(', ')[0]).toBe(short.format(moment))
      const [hour = 0, minute = 0] = clock.format(moment).split(':').map(Number)
      const past = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
      expect(sayTime(moment)).toBe(`${hour % 12 === 0 ? 12 : hour % 12}${past}${hour < 12 ? 'am' : 'pm'}`)
    }),
    { numRuns: 500 },
  )
})
