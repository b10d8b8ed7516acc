import type { Loaded as Records } from '#entry/made-up/load.sql.ts'
import type { Setting } from '#entry/made-up/setting.sql.ts'
import { PLANTED, type Asked } from '../data/planted.ts'

/** What a bench may ask for: ids and names of what was loaded. */
export interface Loaded {
  /** Records of the council. */
  readonly people: readonly string[]
  readonly busiest: string
  /** Of the council, by the whole name and the day of birth. */
  readonly named: readonly (Asked & { readonly id: string })[]
  readonly planted: readonly (Asked & { readonly id: string })[]
  /** What the council's or the police's people may not know of. */
  readonly foreign: { readonly person: string; readonly concern: string }
}

const MOST = 5_000

export function whatWasLoaded(setting: Setting, { people, concerns }: Records): Loaded {
  const council = setting.areas[0]?.agency
  const known = people.map(({ person, id }) => ({
    id,
    known: person.known,
    agency: setting.staff(person.by ?? '').agency,
  }))
  const ours = known.filter(person => person.agency === council)
  const named = ours.flatMap(({ id, known: { givenNames, familyName, bornFrom, bornTo } }) =>
    givenNames && familyName && bornFrom && bornFrom === bornTo
      ? [{ id, given: givenNames, family: familyName, born: bornFrom }]
      : [],
  )
  const nurse = setting.staff('Moira Kelly').agency
  return {
    people: ours.slice(0, MOST).map(person => person.id),
    busiest: ours[0]?.id ?? '',
    named: named.slice(0, MOST),
    planted: named.slice(-PLANTED.length),
    foreign: {
      person: known.findLast(person => person.agency === nurse)?.id ?? '',
      concern: concerns.findLast(concern => concern.by === 'Leah Brandt')?.id ?? '',
    },
  }
}
