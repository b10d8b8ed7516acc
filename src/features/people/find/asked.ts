import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import { readBorn } from '../record/born.ts'
import type { Asked } from './search.ts'

export interface AskedRead {
  /** Null when nothing was asked, or when what was asked cannot be read. */
  readonly asked: Asked | null
  readonly errors: Readonly<Record<string, string>>
}

/** What someone typed to look for a person by. */
export function readAsked(typed: Readonly<Record<string, unknown>>, today: PlainDate): AskedRead {
  const said = (name: string): string => (typeof typed[name] === 'string' ? typed[name].trim() : '')
  const [given, family] = [said('given'), said('family')]
  const born = readBorn({ day: said('born-day'), month: said('born-month'), year: said('born-year') }, today)
  if (!given && !family && !born) return { asked: null, errors: {} }
  if (born && !born.ok)
    return { asked: null, errors: { [born.part ? `born-${born.part}` : 'born']: born.says } }
  const lacking = whatElse({
    given,
    family,
    year: born !== null && born.bornFrom !== born.bornTo,
    born: born !== null,
  })
  if (lacking) return { asked: null, errors: lacking }
  return {
    asked: {
      givenNames: given || null,
      familyName: family || null,
      bornFrom: born?.bornFrom ?? null,
      bornTo: born?.bornTo ?? null,
    },
    errors: {},
  }
}

/**
 * Records are found by both names, by the day of birth, or by family name and year: with less, nothing could ever be
 * found, and "no record here" would be untrue. @returns what to enter as well, under its field
 */
function whatElse(has: {
  given: string
  family: string
  born: boolean
  year: boolean
}): Readonly<Record<string, string>> | null {
  const day = has.born && !has.year
  if (day || (has.given && has.family) || (has.family && has.born)) return null
  if (has.family)
    return { given: 'Enter given names or a date of birth as well: a family name alone finds too many' }
  if (has.given)
    return {
      family: 'Enter a family name or the whole date of birth as well: a given name alone finds too many',
    }
  return { family: 'Enter a name as well: a year alone finds too many' }
}
