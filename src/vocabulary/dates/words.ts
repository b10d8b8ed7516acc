import type { PlainDate } from './plain-date.ts'

const LONDON = 'Europe/London'

const long = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const short = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})
const calendar = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** 'Tuesday 24 November 2026 at 5:30pm', as GOV.UK writes it. */
export const sayMoment = (moment: Date): string =>
  `${long.format(moment).replace(',', '')} at ${sayTime(moment)}`

/** '24 Nov 2026, 5:30pm', for tables. */
export const sayMomentShort = (moment: Date): string => `${short.format(moment)}, ${sayTime(moment)}`

export const sayTime = (moment: Date): string => {
  const parts = Object.fromEntries(clock.formatToParts(moment).map(part => [part.type, part.value]))
  const hour = parts['hour'] === '0' ? '12' : parts['hour']
  const half = (parts['dayPeriod'] ?? '').toLowerCase().replaceAll(/[^amp]/g, '')
  return `${hour}${parts['minute'] === '00' ? '' : `:${parts['minute']}`}${half}`
}

/** '3 March 2011' */
export const sayDay = (day: PlainDate): string => calendar.format(new Date(`${day}T00:00:00Z`))

/** A birth date as it is known: a day, or the years it may lie in. */
export function sayBorn(from: PlainDate, to: PlainDate): string {
  if (from === to) return sayDay(from)
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first === last ? `about ${first}` : `between ${first} and ${last}`
}
