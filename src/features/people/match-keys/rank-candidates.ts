import { editDistance } from '#vocabulary/person-names/edit-distance.ts'
import { mayBeSameGivenName } from '#vocabulary/person-names/nicknames.ts'
import { joinedName, nameParts } from '#vocabulary/person-names/normalise.ts'
import { underEachName, type NamedAndBorn } from './known-person.ts'
import { slipsOf } from './look-up-keys.ts'

/** A candidate with what speaks for and against its being the same person, in words. No number is shown. */
export type Likely<T> = T & {
  readonly reasonsFor: readonly string[]
  readonly reasonsAgainst: readonly string[]
}

interface Weighed {
  readonly weight: number
  readonly says: string
}

/**
 * Orders the few that share a key. Nobody is suggested on family name and birth alone: those are twins' as much as
 * one child's, so a given name that is known on both sides has to agree in some way.
 */
export function rankCandidates<T extends NamedAndBorn>(
  asked: NamedAndBorn,
  found: readonly T[],
): Likely<T>[] {
  return found
    .map(candidate => ({ candidate, ...likeliestName(asked, candidate) }))
    .filter(({ sum }) => sum >= LEAST)
    .sort((one, other) => other.sum - one.sum)
    .map(({ candidate, weighed }) => ({
      ...candidate,
      reasonsFor: weighed.filter(one => one.weight > 0).map(one => one.says),
      reasonsAgainst: weighed.filter(one => one.weight < 0).map(one => one.says),
    }))
}

/** Someone is as likely as the likeliest of the names they are known by. */
function likeliestName(asked: NamedAndBorn, candidate: NamedAndBorn): { sum: number; weighed: Weighed[] } {
  const [own, ...others] = underEachName(candidate).map(named => {
    const weighed = [...compareNames(asked, named), compareBirth(asked, named)].filter(one => one !== null)
    return { named, weighed, sum: weighed.reduce((sum, one) => sum + one.weight, 0) }
  })
  const best = others.toSorted((one, other) => other.sum - one.sum)[0]
  if (!own || !best || best.sum <= (own?.sum ?? 0)) return own ?? { sum: 0, weighed: [] }
  const name = [best.named.givenNames, best.named.familyName].filter(Boolean).join(' ')
  // The sum is already taken: this says which name the other reasons are about.
  return { sum: best.sum, weighed: [{ weight: 1, says: `also known as ${name}` }, ...best.weighed] }
}

/** What it takes to be worth a look: about one name and the birth, or both names. */
const LEAST = 5

function compareNames(asked: NamedAndBorn, candidate: NamedAndBorn): (Weighed | null)[] {
  const ours = { given: nameParts(asked.givenNames ?? ''), family: joinedName(asked.familyName ?? '') }
  const theirs = {
    given: [...nameParts(candidate.givenNames ?? ''), ...nameParts(candidate.knownAs ?? '')],
    family: joinedName(candidate.familyName ?? ''),
  }
  const crossed =
    ours.family !== '' &&
    near(ours.family, joinedName(candidate.givenNames ?? '')) &&
    near(theirs.family, ours.given.join(''))
  if (crossed && ours.family !== theirs.family)
    return [{ weight: 8, says: 'given and family name the other way round' }]
  return [compareGiven(ours.given, theirs.given), compareFamily(ours.family, theirs.family)]
}

function compareGiven(ours: readonly string[], theirs: readonly string[]): Weighed | null {
  const [mine] = ours
  if (mine === undefined || theirs.length === 0) return null
  if (ours.some(one => theirs.includes(one)) || ours.join('') === theirs.join(''))
    return { weight: 4, says: 'same given name' }
  const short = theirs.find(one => mayBeSameGivenName(mine, one))
  if (short) return { weight: 3.5, says: 'one given name may be short for the other' }
  if (theirs.some(one => near(mine, one))) return { weight: 3, says: 'given name a letter or two out' }
  return { weight: -100, says: 'different given name' }
}

function compareFamily(ours: string, theirs: string): Weighed | null {
  if (ours === '' || theirs === '') return null
  if (ours === theirs) return { weight: 4, says: 'same family name' }
  if (near(ours, theirs)) return { weight: 3, says: 'family name a letter or two out' }
  if (ours.length > 3 && theirs.length > 3 && (ours.includes(theirs) || theirs.includes(ours))) {
    return { weight: 2.5, says: 'one family name is part of the other' }
  }
  return { weight: -2, says: 'different family name' }
}

function compareBirth(asked: NamedAndBorn, candidate: NamedAndBorn): Weighed | null {
  if (!asked.bornFrom || !asked.bornTo || !candidate.bornFrom || !candidate.bornTo) return null
  const bothExact = asked.bornFrom === asked.bornTo && candidate.bornFrom === candidate.bornTo
  if (!bothExact) {
    return asked.bornFrom <= candidate.bornTo && candidate.bornFrom <= asked.bornTo
      ? { weight: 2, says: 'dates of birth may agree' }
      : { weight: -4, says: 'born in different years' }
  }
  if (asked.bornFrom === candidate.bornFrom) return { weight: 5, says: 'same date of birth' }
  const [turned] = slipsOf(asked.bornFrom)
  if (turned === candidate.bornFrom && turned?.slice(0, 4) === asked.bornFrom.slice(0, 4))
    return { weight: 3.5, says: 'day and month of birth the other way round' }
  if (asked.bornFrom.slice(4) === candidate.bornFrom.slice(4))
    return { weight: 3, says: 'same birthday, year different' }
  if (asked.bornFrom.slice(0, 7) === candidate.bornFrom.slice(0, 7))
    return { weight: 1, says: 'same month and year of birth' }
  return { weight: -4, says: 'different date of birth' }
}

/** Up to two letters out in a long name, one in a short one, none in the shortest. */
function near(one: string, other: string): boolean {
  const most = Math.min(one.length, other.length) > 5 ? 2 : Math.min(one.length, other.length) > 2 ? 1 : 0
  return editDistance(one, other, most) <= most
}
