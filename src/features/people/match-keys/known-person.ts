import type { PlainDate } from '#vocabulary/dates/plain-date.ts'

/** As much as is known of someone by name and birth. */
export interface NamedAndBorn {
  readonly givenNames: string | null
  readonly familyName: string | null
  readonly knownAs?: string | null
  readonly bornFrom: PlainDate | null
  readonly bornTo: PlainDate | null
}
