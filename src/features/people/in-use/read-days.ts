import { readDay, type PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { EndTyped, InUseTyped } from './schemas.ts'

interface Days {
  readonly fromDay: PlainDate | null
  readonly toDay: PlainDate | null
}

/** Reads since when and until when something is used; what is wrong goes into `errors` under its box. */
export function readInUse(typed: InUseTyped, today: PlainDate, errors: Record<string, string>): Days {
  const fromDay = dayOrBlank(
    'from',
    { day: typed['from-day'], month: typed['from-month'], year: typed['from-year'] },
    today,
    errors,
  )
  return { fromDay, toDay: readUntil(typed, { today, fromDay }, errors) }
}

export function readUntil(
  typed: Pick<EndTyped, 'until-day' | 'until-month' | 'until-year'>,
  rule: { today: PlainDate; fromDay: PlainDate | null },
  errors: Record<string, string>,
): PlainDate | null {
  const boxes = { day: typed['until-day'], month: typed['until-month'], year: typed['until-year'] }
  const toDay = dayOrBlank('until', boxes, rule.today, errors)
  if (toDay && rule.fromDay && toDay < rule.fromDay)
    errors['until-day'] = 'Enter a day that is not before the day it was used from'
  return toDay
}

function dayOrBlank(
  name: string,
  boxes: { day: string; month: string; year: string },
  today: PlainDate,
  errors: Record<string, string>,
): PlainDate | null {
  if (!boxes.day && !boxes.month && !boxes.year) return null
  const read = readDay(boxes, { notAfter: today })
  if (read.ok) return read.day
  errors[`${name}-${read.part ?? 'day'}`] = read.says
  return null
}
