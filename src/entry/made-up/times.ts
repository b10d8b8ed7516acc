import { londonClock, londonDay, londonMoment } from '#vocabulary/dates/london.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import { Chance } from './chance.ts'
import type { Size } from './size.ts'

const SEED = 7
const HOUR = 3_600_000
const DAY = 24 * HOUR
const YEARS = 3 * 365 * DAY
/** Nothing is decided before there are outcomes to decide by. */
const FIRST_DAY = londonMoment(plainDate('2023-12-18'), '09:00')

/** When each concern was sent, oldest first: over three years, and those that wait in the last days. */
export function timesOf(size: Size, now: Date): Date[] {
  const from = Math.max(now.getTime() - YEARS, FIRST_DAY.getTime())
  const until = now.getTime() - 6 * DAY
  const closed = size.concerns - size.open
  const times = Array.from({ length: size.concerns }, (_, n) => {
    const chance = new Chance(SEED, 6, n)
    if (n < closed) return atWork(new Date(from + ((n + chance.next()) / closed) * (until - from)), chance)
    // One in eight has been left for days; the rest came in the last fifty hours.
    const share = (n - closed + 0.1) / size.open
    return notAtNight(
      new Date(now.getTime() - (n % 8 === 3 ? 50 + 40 * (1 - share) : 50 * (1 - share)) * HOUR),
    )
  })
  return times.toSorted((one, other) => one.getTime() - other.getTime())
}

/** What came in the small hours came in the evening before. */
function notAtNight(about: Date): Date {
  const hour = Number(londonClock(about).time.slice(0, 2))
  return hour < 7 ? new Date(about.getTime() - (hour + 2) * HOUR) : about
}

/** Mostly in working hours; some in the evening, some at a weekend. */
function atWork(about: Date, chance: Chance): Date {
  const { weekday } = londonClock(about)
  const off = weekday > 5 && chance.hit(0.75) ? weekday - 5 : 0
  const day = londonDay(new Date(about.getTime() - off * DAY))
  const hour = chance.hit(0.85) ? chance.whole(8, 17) : chance.whole(18, 22)
  const two = (part: number): string => String(part).padStart(2, '0')
  return londonMoment(day, `${two(hour)}:${two(chance.whole(0, 59))}`)
}
