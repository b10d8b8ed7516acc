import { daysAfter, londonDay, londonMoment } from '#vocabulary/dates/london.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import { sayDay, sayMoment } from '#vocabulary/dates/words.ts'

/** As a worker says when something happened. */
export const WHEN_SAID = ['just-now', 'last-hours', 'earlier-today', 'yesterday', 'last-few-days'] as const
export type WhenSaid = (typeof WHEN_SAID)[number]

/** As it is kept: the days on one of which it was, how exactly that was said, and the latest it can have been. */
export interface When {
  readonly fromDay: PlainDate
  readonly toDay: PlainDate
  readonly precision: 'moment' | 'hours' | 'day' | 'days'
  readonly happenedBy: Date
}

const HOUR_OR_TWO = 2 * 3_600_000
/** Nobody counts them: a week is the most that is meant. */
const A_FEW_DAYS = 7

/** What was said at a moment, as days: nothing is made more exact than it was said. */
export function whenOf(said: WhenSaid, now: Date): When {
  const today = londonDay(now)
  const within = (fromDay: PlainDate, precision: When['precision']): When => ({
    fromDay,
    toDay: today,
    precision,
    happenedBy: now,
  })
  switch (said) {
    case 'just-now':
      return within(today, 'moment')
    case 'last-hours':
      return within(londonDay(new Date(now.getTime() - HOUR_OR_TWO)), 'hours')
    case 'earlier-today':
      return within(today, 'day')
    case 'yesterday': {
      const day = daysAfter(today, -1)
      return { fromDay: day, toDay: day, precision: 'day', happenedBy: londonMoment(day, '23:59:59') }
    }
    case 'last-few-days':
      return within(daysAfter(today, -A_FEW_DAYS), 'days')
  }
}

/** In words, where it is not known to the moment. */
export function sayWhen(when: When): string | undefined {
  switch (when.precision) {
    case 'moment':
      return undefined
    case 'hours':
      return `In the hour or two before ${sayMoment(when.happenedBy)}`
    case 'day':
      return sayDay(when.toDay)
    case 'days':
      return `In the few days up to ${sayDay(when.toDay)}`
  }
}
