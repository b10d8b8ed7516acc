import { daysAfter, londonDay, londonMoment, weekdayOf } from '#vocabulary/dates/london.ts'
import { plainDate, type PlainDate } from '#vocabulary/dates/plain-date.ts'
import { sayDay } from '#vocabulary/dates/words.ts'
import type { Nation } from '#vocabulary/nations.ts'
import { BANK_HOLIDAYS, LAST_DAY_KNOWN } from './bank-holidays.ts'

/**
 * The end (23:59 in London) of the nth working day after the day of a moment. The day itself does not count,
 * whatever the hour: a concern sent on Friday at 17:30 before a bank holiday Monday is due on Tuesday night.
 *
 * @param nation England and Wales share their bank holidays
 */
export function addWorkingDays(from: Date, count: number, nation: Nation): Date {
  const first = londonDay(from)
  const asked = `${first} ${count} ${nation}`
  const ends = known.get(asked) ?? endOfWorkingDay(first, count, nation)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(asked, ends)
  return new Date(ends)
}

/** Many are due on one day. */
const known = new Map<string, number>()
const MOST_KNOWN = 2_000

function endOfWorkingDay(first: PlainDate, count: number, nation: Nation): number {
  let day = first
  for (let counted = 0; counted < count;) {
    day = daysAfter(day, 1)
    if (isWorkingDay(day, nation)) counted += 1
  }
  return londonMoment(day, '23:59').getTime()
}

/**
 * Monday to Friday, and no bank holiday that is known. Beyond the table weekdays alone count: what is due a day early by
 * that does less harm than a concern that cannot be sent.
 */
export function isWorkingDay(day: PlainDate, _nation: Nation): boolean {
  return weekdayOf(day) <= 5 && !BANK_HOLIDAYS.has(day)
}

/** What the operator has to be told from a year before the table ends. */
export function bankHolidaysRunOut(now: Date): string | null {
  const day = londonDay(now)
  if (day.slice(0, 4) < LAST_DAY_KNOWN.slice(0, 4)) return null
  return `The bank holidays are known until ${sayDay(plainDate(LAST_DAY_KNOWN))}. Update Sightline, or add those that follow to src/core/clocks/bank-holidays.ts; until then every Monday to Friday after it counts as a working day`
}
