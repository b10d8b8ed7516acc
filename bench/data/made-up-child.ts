import { withUnsaid } from '#features/concerns/unsaid.ts'
import type { PersonKnown } from '#features/people/public.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'

export interface MadeUpChild {
  readonly given: string
  readonly family: string | null
  /** A day, or a year alone. */
  readonly born: string
  readonly sex: 'F' | 'M' | null
  readonly school: string | null
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

const ACCOUNT =
  'Fact: seen leaving at noon with people whom staff do not know. My view: worried when the phone rings. '

/** A concern as it is typed into the form. */
export function typedFrom(told: {
  children: readonly MadeUpChild[]
  area: string
  danger: 'spoken' | 'nobody' | null
  noticed: boolean
  words: boolean
}): FormValues {
  return withUnsaid({
    'danger-now': told.danger ? 'yes' : 'no',
    ...(told.danger === 'spoken' ? { 'spoken-to': 'Police control room, log 214' } : {}),
    ...(told.danger === 'nobody' ? { 'spoken-to-nobody': 'yes' } : {}),
    'child-area': told.area,
    children: told.children.map((_, index) => String(index + 1)),
    ...Object.assign({}, ...told.children.map(typedOfChild)),
    account: ACCOUNT.repeat(4).trim(),
    ...(told.noticed ? { noticed: ['missing', 'phone'] } : {}),
    ...(told.words ? { 'asked-child': 'told', 'child-words': 'I am fine.' } : {}),
    'family-knows': 'neither',
  })
}

function typedOfChild(child: MadeUpChild, index: number): FormValues {
  const [year = '', month = '', day = ''] = child.born.split('-')
  const at = `child-${index + 1}-child`
  return {
    [`${at}-name-given`]: child.given,
    ...(child.family === null ? {} : { [`${at}-name-family`]: child.family }),
    [`${at}-born-day`]: day,
    [`${at}-born-month`]: month,
    [`${at}-born-year`]: year,
    ...(child.sex === null ? { [`${at}-sex-absence`]: 'not-known' } : { [`${at}-sex`]: child.sex }),
    ...(child.school === null ? {} : { [`${at}-school`]: child.school }),
  }
}
