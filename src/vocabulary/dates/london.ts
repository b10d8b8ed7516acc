import { Temporal } from 'temporal-polyfill'
import { plainDate, type PlainDate } from './plain-date.ts'

/** The one place that knows where the service is. */
const LONDON = 'Europe/London'

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: LONDON, dateStyle: 'short' })

/** The day that it is in London at a moment. */
export const londonDay = (moment: Date): PlainDate => plainDate(dayFormat.format(moment))

/**
 * The moment at which London's clocks show a time on a day. A time that the clocks skip in spring is taken as the
 * hour after; one that they show twice in autumn as the first.
 *
 * @param time 'HH:MM' or 'HH:MM:SS'
 */
export function londonMoment(day: PlainDate, time: string): Date {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`)
  return new Date(wall.toZonedDateTime(LONDON, { disambiguation: 'compatible' }).epochMilliseconds)
}

const HOUR = 3_600_000
/** London's clocks change on the hour of UTC, so one hour has one offset. A list of fifty rows asks for a hundred. */
const offsets = new Map<number, number>()
const MOST_HOURS = 20_000

/** A date whose UTC parts are what London's clocks and calendars show at a moment. */
export function asLondonShows(moment: Date): Date {
  const hour = Math.floor(moment.getTime() / HOUR)
  let offset = offsets.get(hour)
  if (offset === undefined) {
    offset =
      Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(LONDON).offsetNanoseconds /
      1e6
    if (offsets.size >= MOST_HOURS) offsets.clear()
    offsets.set(hour, offset)
  }
  return new Date(moment.getTime() + offset)
}

/** Weekday as ISO counts (Monday is 1) and the time of day 'HH:MM:SS' in London. */
export function londonClock(moment: Date): { day: PlainDate; weekday: number; time: string } {
  const at = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(LONDON)
  return {
    day: plainDate(at.toPlainDate().toString()),
    weekday: at.dayOfWeek,
    time: at.toPlainTime().toString({ smallestUnit: 'second' }),
  }
}

export const weekdayOf = (day: PlainDate): number => Temporal.PlainDate.from(day).dayOfWeek

export const daysAfter = (day: PlainDate, days: number): PlainDate =>
  plainDate(Temporal.PlainDate.from(day).add({ days }).toString())

/** Whole years lived on a day. */
export const ageOn = (born: PlainDate, on: PlainDate): number =>
  Temporal.PlainDate.from(born).until(Temporal.PlainDate.from(on), { largestUnit: 'years' }).years
