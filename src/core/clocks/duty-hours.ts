import { londonClock } from '#vocabulary/dates/london.ts'
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
