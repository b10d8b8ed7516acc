import type { Act } from '#core/access/act.ts'
import type { NamedAndBorn } from '../match-keys/known-person.ts'
import { lookUpKeys } from '../match-keys/look-up-keys.ts'
import { rankCandidates, type Likely } from '../match-keys/rank-candidates.ts'
import { otherNamesOf } from '../queries.ts'
import { recordsByKeys } from './queries.ts'

export type Asked = Pick<NamedAndBorn, 'givenNames' | 'familyName' | 'bornFrom' | 'bornTo'>

export type Found = Awaited<ReturnType<typeof recordsByKeys>>[number]

/** More are not shown: whoever looks for one child has no need of a list of many. The page says that there may be. */
export const MOST_SHOWN = 20

/** Records that the viewer may see and that may be this person, likeliest first, each with reasons in words. */
export async function findPeople(act: Act, asked: Asked): Promise<Likely<Found>[]> {
  const keys = lookUpKeys(asked)
  const found = keys.length === 0 ? [] : await recordsByKeys(act.tx, keys)
  await act.record('person.searched', null, { found: found.length })
  if (found.length === 0) return []
  const names = Map.groupBy(
    await otherNamesOf(
      act.tx,
      found.map(one => one.id),
    ),
    name => name.subject,
  )
  const likely = rankCandidates(
    asked,
    found.map(one => ({ ...one, otherNames: names.get(one.id) ?? [] })),
  ).slice(0, MOST_SHOWN)
  // Each of them was looked at: nobody trawls unseen.
  await act.recordEach(
    'person.found',
    likely.map(one => one.id),
  )
  return likely
}
