import { fullForms } from '#vocabulary/person-names/nicknames.ts'
import { joinedName, nameParts } from '#vocabulary/person-names/normalise.ts'
import { soundex } from '#vocabulary/person-names/sound.ts'
import { underEachName, type NamedAndBorn } from './known-person.ts'

/**
 * The keys under which a record can be found by equality, the only comparison that an index serves under the
 * policies. Each begins with its kind:
 *
 * - `b:` the day of birth
 * - `l:` the letters of first given name and family name in order of the alphabet: the same after letters change
 *   places, names change places, a hyphen or an accent is lost
 * - `p:` how given and family name sound
 * - `y:` the year of birth and how the family name sounds
 */
export const matchKeys = (person: NamedAndBorn): string[] => [
  ...new Set(underEachName(person).flatMap(keysOfOneName)),
]

function keysOfOneName(person: NamedAndBorn): string[] {
  const keys = new Set<string>()
  const family = joinedName(person.familyName ?? '')
  for (const given of givenForms(person)) {
    keys.add(lettersKey(given, family))
    keys.add(soundKey(given, family))
  }
  if (person.bornFrom && person.bornFrom === person.bornTo) keys.add(`b:${person.bornFrom}`)
  for (const year of yearsOf(person)) for (const sound of familySounds(person)) keys.add(`y:${year}${sound}`)
  keys.delete(EMPTY_LETTERS)
  keys.delete(EMPTY_SOUND)
  return [...keys]
}

/** First given name, what they are known as, and the fullest form that either may be short for. */
export function givenForms(person: NamedAndBorn): string[] {
  const [first] = nameParts(person.givenNames ?? '')
  const whole = joinedName(person.givenNames ?? '')
  const [known] = nameParts(person.knownAs ?? '')
  const names = [first ?? '', whole, known ?? ''].filter(name => name !== '')
  return names.length === 0
    ? ['']
    : [...new Set(names.flatMap(name => [name, ...fullForms(name)]))].slice(0, 5)
}

export const lettersKey = (given: string, family: string): string =>
  `l:${[...`${given}${family}`].sort().join('')}`

export const soundKey = (given: string, family: string): string => `p:${soundex(given)}${soundex(family)}`

const EMPTY_LETTERS = 'l:'
const EMPTY_SOUND = 'p:'

export function yearsOf(person: NamedAndBorn): number[] {
  if (!person.bornFrom || !person.bornTo) return []
  const [from, to] = [Number(person.bornFrom.slice(0, 4)), Number(person.bornTo.slice(0, 4))]
  // A wider guess than three years finds too much to be of help.
  return to - from > 2 ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** A double-barrelled name sounds as a whole and as each of its parts. */
export function familySounds(person: NamedAndBorn): string[] {
  const parts = nameParts(person.familyName ?? '')
  return [...new Set([...parts, parts.join('')].map(soundex))].filter(sound => sound !== '').slice(0, 3)
}
