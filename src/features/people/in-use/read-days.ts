import { readDay, type DayRead, type PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { EndTyped, InUseTyped } from './schemas.ts'

interface Days {
  readonly fromDay: PlainDate | null
  readonly toDay: PlainDate | null
}

/** What is wrong with what was typed goes here, under the name of its box. */
type Errors = Record<string, string>

/** Reads since when and until when something is used. */
export function readInUse(typed: InUseTyped, today: PlainDate, errors: Errors): Days {
  const boxes = { day: typed['from-day'], month: typed['from-month'], year: typed['from-year'] }
  const from = dayOrBlank(boxes, today)
  if (from?.ok === false) errors[`from-${from.part ?? 'day'}`] = from.says
  const fromDay = from?.ok ? from.day : null
  return { fromDay, toDay: readUntil(typed, { today, fromDay }, errors) }
}

export function readUntil(
  typed: Pick<EndTyped, 'until-day' | 'until-month' | 'until-year'>,
  rule: { today: PlainDate; fromDay: PlainDate | null },
  errors: Errors,
): PlainDate | null {
  const boxes = { day: typed['until-day'], month: typed['until-month'], year: typed['until-year'] }
  const until = dayOrBlank(boxes, rule.today)
  if (until?.ok === false) errors[`until-${until.part ?? 'day'}`] = until.says
  if (!until?.ok) return null
  if (rule.fromDay && until.day < rule.fromDay)
    errors['until-day'] = 'Enter a day that is not before the day it was used from'
  return until.day
}

const dayOrBlank = (boxes: { day: string; month: string; year: string }, today: PlainDate): DayRead | null =>
  boxes.day || boxes.month || boxes.year ? readDay(boxes, { notAfter: today }) : null
