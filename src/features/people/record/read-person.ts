import { Refusal } from '#platform/http/refusal.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import { readBorn } from './born.ts'
import type { PersonTyped } from './schemas.ts'

/** Someone as an agency may come to know them: parts that are not known are null, with a reason where it matters. */
export interface PersonKnown {
  readonly givenNames: string | null
  readonly givenNamesAbsence: string | null
  readonly familyName: string | null
  readonly familyNameAbsence: string | null
  readonly knownAs: string | null
  readonly bornFrom: PlainDate | null
  readonly bornTo: PlainDate | null
  readonly bornAbsence: string | null
  readonly sex: 'F' | 'M' | 'U' | null
  readonly sexAbsence: string | null
}

const NOT_BOTH = 'Enter an answer or say why you cannot, not both'

export interface PersonRead {
  readonly known: PersonKnown
  /** By field; empty when the record can be written. */
  readonly errors: Readonly<Record<string, string>>
}

/** @throws Refusal naming what is missing or wrong */
export function personFrom(typed: PersonTyped, today: PlainDate): PersonKnown {
  const { known, errors } = readPerson(typed, today)
  if (Object.keys(errors).length > 0) throw new Refusal(errors)
  return known
}

export function readPerson(typed: PersonTyped, today: PlainDate): PersonRead {
  const errors: Record<string, string> = {}
  const xor = (name: 'given' | 'family' | 'sex', says: string): void => {
    const [value, absence] = [typed[name], typed[`${name}-absence`]]
    if (value && absence) errors[name] = NOT_BOTH
    if (!value && !absence) errors[name] = says
  }
  xor('given', 'Enter given names, or say why you cannot')
  xor('family', 'Enter a family name, or say why you cannot')
  xor('sex', 'Choose a sex, or say why you cannot')
  const born = bornOrWhy(typed, today, errors)
  return {
    errors,
    known: {
      givenNames: typed.given || null,
      givenNamesAbsence: typed['given-absence'] || null,
      familyName: typed.family || null,
      familyNameAbsence: typed['family-absence'] || null,
      knownAs: typed['known-as'] || null,
      ...born,
      sex: typed.sex || null,
      sexAbsence: typed['sex-absence'] || null,
    },
  }
}

function bornOrWhy(
  typed: PersonTyped,
  today: PlainDate,
  errors: Record<string, string>,
): Pick<PersonKnown, 'bornFrom' | 'bornTo' | 'bornAbsence'> {
  const nothing = { bornFrom: null, bornTo: null, bornAbsence: typed['born-absence'] || null }
  const parts = { day: typed['born-day'], month: typed['born-month'], year: typed['born-year'] }
  const born = readBorn(parts, today)
  if (born === null && !nothing.bornAbsence)
    errors['born-day'] = 'Enter a date of birth, or say why you cannot'
  if (born && nothing.bornAbsence) errors['born-day'] = NOT_BOTH
  if (born?.ok === false) errors[`born-${born.part ?? 'day'}`] = born.says
  return born?.ok ? { bornFrom: born.bornFrom, bornTo: born.bornTo, bornAbsence: null } : nothing
}
