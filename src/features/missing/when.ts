import { ageOn, daysAfter, londonDay, londonMoment } from '#vocabulary/dates/london.ts'
import { plainDate, readDay, type PlainDate } from '#vocabulary/dates/plain-date.ts'
import { words } from './words.ts'

const HOUR = 3_600_000

/** How long a child has not been seen, in whole hours that have gone by. Worked out whenever it is shown, and kept nowhere. */
export const hoursSince = (then: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - then.getTime()) / HOUR))

export function sayHours(hours: number): string {
  if (hours < 1) return 'Less than an hour'
  if (hours === 1) return '1 hour'
  return hours < 48 ? `${hours} hours` : `${hours} hours (${Math.floor(hours / 24)} days)`
}

/** How old, on the day on which it is asked. */
export function sayAge(born: { bornFrom: PlainDate | null; bornTo: PlainDate | null }, now: Date): string {
  if (!born.bornFrom || !born.bornTo) return words.ageNotKnown
  const today = londonDay(now)
  const [least, most] = [Math.max(0, ageOn(born.bornTo, today)), ageOn(born.bornFrom, today)]
  if (born.bornFrom === born.bornTo) return String(most)
  return least === most ? `about ${most}` : `${least} to ${most}`
}

/** Between which days someone was born who is about so old today. */
export function bornAtAge(age: number, today: PlainDate): { bornFrom: PlainDate; bornTo: PlainDate } {
  const years = (back: number): PlainDate => {
    const monthAndDay = today.slice(4)
    // A year that has no such day has the one before.
    return plainDate(
      `${Number(today.slice(0, 4)) - back}${monthAndDay === '-02-29' ? '-02-28' : monthAndDay}`,
    )
  }
  return { bornFrom: daysAfter(years(age + 1), 1), bornTo: years(age) }
}

/** 16:30, 1630, 4.30pm, 4pm: as people at a desk write it; null where it is none. */
export function readTime(typed: string): string | null {
  const [, hours = '', minutes = '00', half] =
    /^(\d{1,2})(?:[:.]?([0-5]\d))?\s*([ap]m)?$/i.exec(typed.trim()) ?? []
  if (hours === '' || (typed.trim().length < 3 && !half)) return null
  const hour = Number(hours)
  if (half) {
    if (hour < 1 || hour > 12) return null
    const of24 = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
    return `${String(of24).padStart(2, '0')}:${minutes}`
  }
  return hour > 23 ? null : `${String(hour).padStart(2, '0')}:${minutes}`
}

/** As a moment is typed: which day, in words or boxes, and the time. */
export interface WhenTyped {
  readonly on: '' | 'today' | 'yesterday' | 'earlier'
  readonly day: string
  readonly month: string
  readonly year: string
  readonly time: string
}

/** @returns the moment, or null with what is wrong in `errors`, by field */
export function readWhen(
  name: string,
  typed: WhenTyped,
  { now, errors }: { now: Date; errors: Record<string, string> },
): Date | null {
  const day = readOn(name, typed, { today: londonDay(now), errors })
  const time = readTime(typed.time)
  if (!time) errors[`${name}-time`] = words.sayTime
  if (!day || !time) return null
  const at = londonMoment(day, time)
  if (at <= now) return at
  errors[`${name}-time`] = words.notInFuture
  return null
}

function readOn(
  name: string,
  typed: WhenTyped,
  { today, errors }: { today: PlainDate; errors: Record<string, string> },
): PlainDate | null {
  if (typed.on === 'today') return today
  if (typed.on === 'yesterday') return daysAfter(today, -1)
  if (typed.on === '') {
    errors[`${name}-on`] = words.chooseDay
    return null
  }
  const read = readDay(typed, { notAfter: today })
  if (read.ok) return read.day
  errors[`${name}-${read.part ?? 'day'}`] = read.says
  return null
}
