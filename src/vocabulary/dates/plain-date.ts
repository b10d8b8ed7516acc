declare const brand: unique symbol

/** A day of the calendar, 'YYYY-MM-DD', without a time or a place. Compares and sorts as text. */
export type PlainDate = string & { readonly [brand]: true }

export type DayRead =
  { ok: true; day: PlainDate } | { ok: false; says: string; part?: 'day' | 'month' | 'year' }

export const isPlainDate = (text: string): text is PlainDate => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? []
  return year !== undefined && month !== undefined && day !== undefined && isDay({ year, month, day })
}

/** A day that the program itself has made, as text. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError('not a day of the calendar')
  return text
}

/** Reads the three boxes of a date input, and says in words what is wrong with which. */
export function readDay(
  typed: { day: string; month: string; year: string },
  rule: { notAfter?: PlainDate } = {},
): DayRead {
  for (const part of ['day', 'month', 'year'] as const) {
    if (typed[part].trim() === '') return { ok: false, part, says: `Enter a ${part}` }
    if (!/^\d+$/.test(typed[part].trim())) return { ok: false, part, says: `Enter the ${part} in numbers` }
  }
  const [day, month, year] = [Number(typed.day), Number(typed.month), Number(typed.year)]
  if (typed.year.trim().length !== 4)
    return { ok: false, part: 'year', says: 'Enter the year with four numbers' }
  if (month < 1 || month > 12) return { ok: false, part: 'month', says: 'Enter a month from 1 to 12' }
  if (!isDay({ year, month, day })) return { ok: false, part: 'day', says: 'Enter a day that this month has' }
  const text = `${year}-${two(month)}-${two(day)}`
  if (!isPlainDate(text)) return { ok: false, says: 'Enter a real date' }
  if (rule.notAfter && text > rule.notAfter)
    return { ok: false, says: 'Enter a date that is not in the future' }
  return { ok: true, day: text }
}

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

export const lastOfMonth = (day: PlainDate): PlainDate =>
  plainDate(`${day.slice(0, 8)}${two(daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7))))}`)

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const isDay = (at: { year: number; month: number; day: number }): boolean =>
  at.year >= 1850 &&
  at.month >= 1 &&
  at.month <= 12 &&
  at.day >= 1 &&
  at.day <= daysInMonth(at.year, at.month)

const two = (number: number): string => String(number).padStart(2, '0')
