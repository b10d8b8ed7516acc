import { daysAfter, londonDay, londonMoment, weekdayOf } from '#vocabulary/dates/london.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { Nation } from '#vocabulary/nations.ts'
import { BANK_HOLIDAYS, FIRST_DAY_KNOWN, LAST_DAY_KNOWN } from './bank-holidays.ts'

/**
 * The end (23:59 in London) of the nth working day after the day of a moment. The day itself does not count,
 * whatever the hour: a concern sent on Friday at 17:30 before a bank holiday Monday is due on Tuesday night.
 *
 * @param nation England and Wales share their bank holidays
 * @throws RangeError beyond the bank holidays that are known
 */
export function addWorkingDays(from: Date, count: number, nation: Nation): Date {
  let day = londonDay(from)
  for (let counted = 0; counted < count;) {
    day = daysAfter(day, 1)
    if (isWorkingDay(day, nation)) counted += 1
  }
  return londonMoment(day, '23:59')
}

/** Monday to Friday, and no bank holiday. */
export function isWorkingDay(day: PlainDate, _nation: Nation): boolean {
  if (day < FIRST_DAY_KNOWN || day > LAST_DAY_KNOWN) {
    throw new RangeError(
      `the bank holidays of ${day.slice(0, 4)} are not known: add them to bank-holidays.ts`,
    )
  }
  return weekdayOf(day) <= 5 && !BANK_HOLIDAYS.has(day)
}
