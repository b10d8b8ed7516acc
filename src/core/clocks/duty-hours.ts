import { daysAfter, londonClock, londonMoment, weekdayOf } from '#vocabulary/dates/london.ts'
import type { Nation } from '#vocabulary/nations.ts'
import { isWorkingDay } from './working-days.ts'

export interface DutyHours {
  readonly nation: Nation
  readonly openOnBankHolidays: boolean
  /** Monday is 1; times of day in London, 'HH:MM:SS'. A day without a line is closed. */
  readonly week: readonly { readonly weekday: number; readonly opens: string; readonly closes: string }[]
}

/** Whether a duty team is at its desks at a moment; otherwise the out-of-hours team is to be rung. */
export function dutyAt(hours: DutyHours, moment: Date): { openNow: boolean } {
  const { day, weekday, time } = londonClock(moment)
  const today = hours.week.find(one => one.weekday === weekday)
  if (!today || time < today.opens || time >= today.closes) return { openNow: false }
  const isBankHoliday = weekday <= 5 && !isWorkingDay(day, hours.nation)
  return { openNow: hours.openOnBankHolidays || !isBankHoliday }
}

/** When the team is next at its desks, or null where no day has hours. */
export function opensNext(hours: DutyHours, after: Date): Date | null {
  let { day } = londonClock(after)
  // A fortnight holds every weekday twice, and no run of bank holidays is longer.
  for (let looked = 0; looked <= 14; looked += 1) {
    const weekday = weekdayOf(day)
    const opens = hours.week.find(one => one.weekday === weekday)?.opens
    const closed = weekday <= 5 && !isWorkingDay(day, hours.nation) && !hours.openOnBankHolidays
    const moment = opens && !closed ? londonMoment(day, opens.slice(0, 5)) : null
    if (moment && moment > after) return moment
    day = daysAfter(day, 1)
  }
  return null
}
