import type { Answer } from '#features/standard/public.ts'
import { mayBeSameGivenName } from '#vocabulary/person-names/nicknames.ts'
import { joinedName, nameParts } from '#vocabulary/person-names/normalise.ts'
import { soundex } from '#vocabulary/person-names/sound.ts'
import { valueOf, type Part, type WholeConcern } from '../reading.ts'

export const PERSON = 'person'

/** The people on a concern who are said to work or volunteer with children, or for one of the agencies. */
export const thoseWhoWork = (whole: WholeConcern): Part[] =>
  whole.parts.filter(part => part.each === PERSON && valueOf(part.answers, 'person-works') === 'yes')

export const worksForPolice = (part: Part): boolean => valueOf(part.answers, 'person-works-for') === 'police'

/** Every name under which these people were named: the given and the family name, and nicknames. */
function namesOf(answers: readonly Answer[]): {
  given: string
  family: string
  nicknames: readonly string[]
} {
  const name = valueOf(answers, 'person-name')
  const nicknames = valueOf(answers, 'person-nicknames')
  const part = (value: unknown): string => (typeof value === 'string' ? value : '')
  const known = name && typeof name === 'object' && !Array.isArray(name) ? name : {}
  return {
    given: part(Reflect.get(known, 'given')),
    family: part(Reflect.get(known, 'family')),
    nicknames: Array.isArray(nicknames) ? nicknames : [],
  }
}

/**
 * Whether someone who would receive a concern may be a person named in it, or of their family. It errs towards yes: who is
 * wrongly passed over is one of several, and who is wrongly let in knows everything (practice B4).
 */
export function mayBeNamed(userName: string, named: readonly Part[]): boolean {
  const parts = nameParts(userName)
  return named.some(({ answers }) => {
    const { given, family, nicknames } = namesOf(answers)
    const families = nameParts(family)
    const sameFamily = families.some(one =>
      parts.slice(1).some(own => own === one || soundex(own) === soundex(one)),
    )
    const sameGiven = nameParts(given).some(one =>
      parts.some(own => own === one || mayBeSameGivenName(own, one)),
    )
    // Of someone who was named by a given name alone, everyone so called is outside it.
    if (families.length === 0 ? sameGiven : sameFamily) return true
    return nicknames.some(nickname => parts.includes(joinedName(nickname)))
  })
}
