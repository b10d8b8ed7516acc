import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { londonDay, londonMoment } from '#vocabulary/dates/london.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import { dutyAt, type DutyHours } from './duty-hours.ts'
import { addWorkingDays, bankHolidaysRunOut, isWorkingDay } from './working-days.ts'

describe('a working day ends at 23:59 in London', () => {
  test.each([
    ['Friday 17:30 before a bank holiday Monday', '2026-05-22T16:30:00Z', 1, '2026-05-26T22:59:00Z'],
    ['Tuesday morning', '2026-11-24T09:00:00Z', 1, '2026-11-25T23:59:00Z'],
    ['just before midnight in summer is that day', '2026-07-15T22:30:00Z', 1, '2026-07-16T22:59:00Z'],
    ['just after midnight in summer is the next', '2026-07-15T23:30:00Z', 1, '2026-07-17T22:59:00Z'],
    ['Saturday', '2026-11-21T12:00:00Z', 1, '2026-11-23T23:59:00Z'],
    ['Christmas Eve 2026', '2026-12-24T12:00:00Z', 1, '2026-12-29T23:59:00Z'],
    ['over the clock change in March', '2026-03-27T12:00:00Z', 1, '2026-03-30T22:59:00Z'],
    ['fifteen days over Easter', '2026-03-30T12:00:00Z', 15, '2026-04-22T22:59:00Z'],
  ])('%s', (_, from, count, due) => {
    expect(addWorkingDays(new Date(from), count, 'england').toISOString()).toBe(new Date(due).toISOString())
  })

  test('never lands on a weekend or a bank holiday, and a later start is never due earlier', () => {
    const moment = fc.date({
      min: new Date('2024-01-01T12:00:00Z'),
      max: new Date('2028-10-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 10_000_000 }),
        (from, count, later) => {
          const due = addWorkingDays(from, count, 'england')
          expect(isWorkingDay(londonDay(due), 'england')).toBe(true)
          const second = addWorkingDays(new Date(from.getTime() + later), count, 'england')
          expect(second.getTime()).toBeGreaterThanOrEqual(due.getTime())
        },
      ),
    )
  })

  test.each([
    ['the last working day of the table', '2028-12-29T12:00:00Z', 1, '2029-01-01T23:59:00Z'],
    ['over a weekend beyond it', '2031-08-22T12:00:00Z', 1, '2031-08-25T22:59:00Z'],
    ['a day before it', '2020-05-07T12:00:00Z', 1, '2020-05-08T22:59:00Z'],
  ])('beyond the bank holidays that are known Monday to Friday count: %s', (_, from, count, due) => {
    expect(addWorkingDays(new Date(from), count, 'england').toISOString()).toBe(new Date(due).toISOString())
  })
})

describe('the bank holidays run out', () => {
  test.each([
    ['2026-11-24T12:00:00Z', null],
    ['2027-12-31T12:00:00Z', null],
    ['2028-01-01T12:00:00Z', 'The bank holidays are known until 31 December 2028'],
    ['2031-05-01T12:00:00Z', 'The bank holidays are known until 31 December 2028'],
  ])('at %s the operator is told %s', (now, says) => {
    const told = bankHolidaysRunOut(new Date(now))
    if (says === null) expect(told).toBeNull()
    else expect(told).toContain(says)
  })
})

describe('whom to ring', () => {
  const office: DutyHours = {
    nation: 'england',
    openOnBankHolidays: false,
    week: [1, 2, 3, 4, 5].map(weekday => ({ weekday, opens: '09:00:00', closes: '17:00:00' })),
  }
  test.each([
    ['2026-11-24', '09:00', true],
    ['2026-11-24', '08:59', false],
    ['2026-11-24', '17:00', false],
    ['2026-11-21', '12:00', false],
    ['2026-05-25', '12:00', false],
    ['2026-07-15', '16:59', true],
    // Beyond the bank holidays that are known.
    ['2029-01-02', '12:00', true],
    ['2029-01-06', '12:00', false],
  ])('%s at %s: open is %s', (day, time, open) => {
    expect(dutyAt(office, londonMoment(plainDate(day), time)).openNow).toBe(open)
  })
})
