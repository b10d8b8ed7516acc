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
  if (!given && !family && born?.bornFrom !== born?.bornTo)
    return { asked: null, errors: { family: 'Enter a name as well: a year alone finds too many' } }
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
