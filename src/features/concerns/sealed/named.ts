import type { Answer } from '#features/standard/public.ts'
import { editDistance } from '#vocabulary/person-names/edit-distance.ts'
import { mayBeSameGivenName } from '#vocabulary/person-names/nicknames.ts'
import { nameParts } from '#vocabulary/person-names/normalise.ts'
import { soundex } from '#vocabulary/person-names/sound.ts'
import { valueOf, type Part, type WholeConcern } from '../reading.ts'

export const PERSON = 'person'

/** The people on a concern who are said to work or volunteer with children, or for one of the agencies. */
export const thoseWhoWork = (whole: WholeConcern): Part[] =>
  whole.parts.filter(part => part.each === PERSON && valueOf(part.answers, 'person-works') === 'yes')

export const worksForPolice = (part: Part): boolean => valueOf(part.answers, 'person-works-for') === 'police'

/** Parts that say nothing of who someone is. */
const NOISE = new Set(
  'mr mrs ms miss dr sir pc dc ds di sgt officer constable sergeant teacher coach unknown not known'.split(
    ' ',
  ),
)

/** The parts of some words, and neighbours run together: 'O Brien' is 'obrien' too. */
function tokens(text: string): string[] {
  const parts = nameParts(text).filter(part => !NOISE.has(part))
  return [...parts, ...parts.slice(1).map((part, at) => (parts[at] ?? '') + part)]
}

/** Of whatever kind of person: the names under which somebody stands on a concern. */
function namesOf(part: Part): { given: string[]; family: string[]; other: string[] } {
  const name = valueOf(part.answers, `${part.each}-name`)
  const nicknames = valueOf(part.answers, `${part.each}-nicknames`)
  const known = name && typeof name === 'object' && !Array.isArray(name) ? name : {}
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  return {
    given: tokens(text(Reflect.get(known, 'given'))),
    family: tokens(text(Reflect.get(known, 'family'))),
    other: Array.isArray(nicknames) ? nicknames.flatMap(tokens) : [],
  }
}

/** Whether two parts of names may be the same: by letters, by one slip, or by sound where they are long enough. */
const near = (one: string, other: string): boolean =>
  one === other ||
  (Math.min(one.length, other.length) >= 4 &&
    (editDistance(one, other, 1) <= 1 || (soundex(one) === soundex(other) && one.length > 3)))

const short = (one: string, other: string): boolean => one === other || mayBeSameGivenName(one, other)

/**
 * Whether someone who would receive a sealed concern may be a person on it, or of a family on it. It errs towards yes: who is
 * wrongly passed over is one of several, and who is wrongly let in knows everything (practice B4).
 */
export function mayBeNamed(userName: string, on: readonly Part[]): boolean {
  const own = tokens(userName)
  // An account may have its family name first, or only one name.
  const families = userName.includes(',') || nameParts(userName).length < 2 ? own : own.slice(1)
  return on.some(part => {
    const { given, family, other } = namesOf(part)
    const all = [...given, ...family, ...other]
    if (families.some(mine => all.some(one => near(mine, one)))) return true
    if (own.some(mine => family.some(one => near(mine, one)))) return true
    // Of someone named by a given name or a nickname alone, everyone so called is outside it.
    const alone = family.length === 0 ? [...given, ...other] : other
    return own.some(mine => alone.some(one => short(mine, one)))
  })
}

/** Whether someone may be the very person named: by given and family name, in whatever order and spelling. */
export function mayBeThePerson(userName: string, on: readonly Part[]): boolean {
  const own = tokens(userName)
  return on.some(part => {
    const { given, family, other } = namesOf(part)
    const sides = [given, family, other].filter(names =>
      names.some(one => own.some(mine => near(mine, one) || short(mine, one))),
    )
    return sides.length >= 2 || other.filter(one => own.some(mine => near(mine, one))).length >= 2
  })
}

/** What was written of where someone works may name a colleague as well as the place. */
export const namedInWords = (userName: string, answers: readonly Answer[]): boolean => {
  const said = valueOf(answers, 'person-works-where')
  if (typeof said !== 'string') return false
  const words = tokens(said)
  return nameParts(userName).every(mine => words.some(one => near(mine, one)))
}
