import { isPlainDate, plainDate, type PlainDate } from '#vocabulary/dates/plain-date.ts'
import { joinedName } from '#vocabulary/person-names/normalise.ts'
import type { NamedAndBorn } from './known-person.ts'
import { familySounds, givenForms, lettersKey, matchKeys, soundKey, yearsOf } from './match-keys.ts'

/**
 * The keys to look under: those of the person as asked for, and those that the usual slips would have given. The
 * slips are tried here and not kept on every record.
 */
export function lookUpKeys(asked: NamedAndBorn): string[] {
  const keys = new Set(matchKeys(asked))
  const family = joinedName(asked.familyName ?? '')
  for (const given of givenForms(asked)) {
    keys.add(lettersKey(given, family))
    if (given && family) keys.add(soundKey(family, given))
  }
  if (asked.bornFrom && asked.bornFrom === asked.bornTo)
    for (const day of slipsOf(asked.bornFrom)) keys.add(`b:${day}`)
  for (const year of yearsOf(asked)) {
    for (const near of [year - 1, year + 1])
      for (const sound of familySounds(asked)) keys.add(`y:${near}${sound}`)
  }
  // A letter key of one name alone would fetch everyone so called.
  return [...keys].filter(key => key.length > 4)
}

/** Day and month the other way round; the year one out. */
export function slipsOf(born: PlainDate): PlainDate[] {
  const [year, month, day] = born.split('-')
  const near = [Number(year) - 1, Number(year) + 1].map(other => `${other}-${month}-${day}`)
  return [`${year}-${day}-${month}`, ...near].filter(isPlainDate).map(plainDate)
}
