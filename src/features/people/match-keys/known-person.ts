import type { PlainDate } from '#vocabulary/dates/plain-date.ts'

/** As much as is known of someone by name and birth. */
export interface NamedAndBorn {
  readonly givenNames: string | null
  readonly familyName: string | null
  readonly knownAs?: string | null
  readonly bornFrom: PlainDate | null
  readonly bornTo: PlainDate | null
  /** Nicknames, other names: a part that one lacks is taken from the record. */
  readonly otherNames?: readonly OtherName[]
}

export interface OtherName {
  readonly givenNames: string | null
  readonly familyName: string | null
}

/** The person under each name that they are known by, the record's own first. */
export const underEachName = (person: NamedAndBorn): NamedAndBorn[] => [
  { ...person, otherNames: [] },
  ...(person.otherNames ?? []).map(other => ({
    givenNames: other.givenNames ?? person.givenNames,
    familyName: other.familyName ?? person.familyName,
    knownAs: other.givenNames ? null : (person.knownAs ?? null),
    bornFrom: person.bornFrom,
    bornTo: person.bornTo,
  })),
]
