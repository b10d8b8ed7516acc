import type { PersonKnown } from '#features/people/public.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import type { AreaAround, Setting } from './setting.sql.ts'
import { Chance } from './chance.ts'
import { givenName, householdOf } from './names.ts'
import { STREETS } from './places.ts'

export interface MadeUpChild {
  readonly given: string
  readonly family: string | null
  /** A day, or a year alone. */
  readonly born: string
  readonly sex: 'F' | 'M' | null
  readonly school: string | null
}

/** One of the children whom concerns are about. */
export interface Child extends MadeUpChild {
  readonly number: number
  readonly area: AreaAround
  readonly family: string
  readonly ethnicity: string
  readonly language: string
  readonly address: string
  readonly mother: string
}

const SEED = 7
const YEAR = 365.25 * 86_400_000

/** @param household the number of the first child of the same family */
export function childOf(
  setting: Setting,
  from: { number: number; household: number; firstHeardOf: Date },
): Child {
  const { number, household } = from
  const home = new Chance(SEED, 1, household)
  const family = householdOf(home, setting.familyIsFree)
  const own = new Chance(SEED, 2, number)
  const sex = own.hit(0.62) ? 'F' : 'M'
  // Mostly thirteen to sixteen; some younger.
  const age = own.hit(0.8) ? 13 + own.next() * 4 : 10 + own.next() * 3
  const area = home.pick(setting.areas)
  return {
    number,
    area,
    given: givenName(own, family, sex),
    family: family.family,
    ethnicity: family.ethnicity,
    language: family.language,
    address: `${home.whole(1, 140)} ${home.pick(STREETS)}`,
    mother: givenName(home, family, 'F'),
    sex,
    born: new Date(from.firstHeardOf.getTime() - age * YEAR).toISOString().slice(0, 10),
    school: area.schools.length > 0 && own.hit(0.85) ? own.pick(area.schools) : null,
  }
}

/** The child as a record holds them. A part that a concern leaves out was not recorded by its sender. */
export function knownFrom(child: MadeUpChild): PersonKnown {
  const exact = child.born.length > 4
  return {
    givenNames: child.given,
    givenNamesAbsence: null,
    familyName: child.family,
    familyNameAbsence: child.family === null ? 'not-recorded-by-sender' : null,
    knownAs: null,
    bornFrom: plainDate(exact ? child.born : `${child.born}-01-01`),
    bornTo: plainDate(exact ? child.born : `${child.born}-12-31`),
    bornAbsence: null,
    sex: child.sex,
    sexAbsence: child.sex === null ? 'not-known' : null,
  }
}

/** As somebody says them who knows less: now and then the family name, the day of birth or the sex is not known. */
export const toldOf = (child: Child, concern: number): MadeUpChild => ({
  ...child,
  family: concern % 17 === 11 ? null : child.family,
  born: concern % 13 === 6 ? child.born.slice(0, 4) : child.born,
  sex: concern % 23 === 9 ? null : child.sex,
})
