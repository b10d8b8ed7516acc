import { plainDate, readDay, type PlainDate } from '#vocabulary/dates/plain-date.ts'

export interface Born {
  readonly bornFrom: PlainDate
  readonly bornTo: PlainDate
}

export type BornRead =
  ({ ok: true } & Born) | { ok: false; says: string; part?: 'day' | 'month' | 'year' } | null

/** A day of birth, or the year alone when that is all that is known; null when nothing is typed. */
export function readBorn(typed: { day: string; month: string; year: string }, today: PlainDate): BornRead {
  if (!typed.day && !typed.month && !typed.year) return null
  if (!typed.day && !typed.month && /^(19|20)\d\d$/.test(typed.year)) {
    if (typed.year > today.slice(0, 4))
      return { ok: false, part: 'year', says: 'Enter a year that is not in the future' }
    return {
      ok: true,
      bornFrom: plainDate(`${typed.year}-01-01`),
      bornTo: plainDate(`${typed.year}-12-31`),
    }
  }
  const read = readDay(typed, { notAfter: today })
  return read.ok ? { ok: true, bornFrom: read.day, bornTo: read.day } : read
}

/** What the boxes would hold for a birth as it is recorded. */
export function bornTyped(born: { bornFrom: PlainDate | null; bornTo: PlainDate | null }) {
  const [year = '', month = '', day = ''] = (born.bornFrom ?? '').split('-')
  const exact = born.bornFrom === born.bornTo
  return {
    'born-day': exact ? String(Number(day) || '') : '',
    'born-month': exact ? String(Number(month) || '') : '',
    'born-year': year,
  }
}
