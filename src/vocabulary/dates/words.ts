import { asLondonShows } from './london.ts'
import { lastOfMonth, type PlainDate } from './plain-date.ts'

const names = (part: Intl.DateTimeFormatOptions, days: readonly number[]): string[] => {
  const format = new Intl.DateTimeFormat('en-GB', { ...part, timeZone: 'UTC' })
  return days.map(day => format.format(day))
}
const firstOfMonths = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 1))
const MONTHS = names({ month: 'long' }, firstOfMonths)
const SHORT_MONTHS = names({ month: 'short' }, firstOfMonths)
const WEEKDAYS = names(
  { weekday: 'long' },
  // The fourth of January 2026 was a Sunday, from which Date counts.
  Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 0, 4 + day)),
)

/** 'Tuesday 24 November 2026 at 5:30pm', as GOV.UK writes it. */
export const sayMoment = (moment: Date): string => {
  const at = asLondonShows(moment)
  return `${WEEKDAYS[at.getUTCDay()]} ${dayIn(at, MONTHS)} at ${timeIn(at)}`
}

/** '24 Nov 2026, 5:30pm', for tables. */
export const sayMomentShort = (moment: Date): string => {
  const at = asLondonShows(moment)
  return `${dayIn(at, SHORT_MONTHS)}, ${timeIn(at)}`
}

export const sayTime = (moment: Date): string => timeIn(asLondonShows(moment))

const dayIn = (at: Date, months: readonly string[]): string =>
  `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`

function timeIn(at: Date): string {
  const [hours, minutes] = [at.getUTCHours(), at.getUTCMinutes()]
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`
  return `${hours % 12 || 12}${past}${hours < 12 ? 'am' : 'pm'}`
}

/** '3 March 2011' */
export const sayDay = (day: PlainDate): string => dayIn(new Date(`${day}T00:00:00Z`), MONTHS)

/** A birth date as it is known: a day, or the years it may lie in. */
export function sayBorn(from: PlainDate, to: PlainDate): string {
  if (from === to) return sayDay(from)
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first === last ? `about ${first}` : `between ${first} and ${last}`
}

/** A day, or the month or the year when no more is known. */
export function sayDays(from: PlainDate, to: PlainDate): string {
  if (from === to) return sayDay(from)
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  if (from.endsWith('-01') && to === lastOfMonth(from)) return sayDay(from).replace(/^\d+ /, '')
  return `${sayDay(from)} to ${sayDay(to)}`
}
