import type { Act } from '#core/access/act.ts'
import { lookUpKeys } from './match-keys/look-up-keys.ts'
import { rankCandidates, type Likely } from './match-keys/rank-candidates.ts'
import { recordsByKeys } from './queries.ts'
import type { PersonKnown } from './service.ts'

export type Asked = Pick<PersonKnown, 'givenNames' | 'familyName' | 'bornFrom' | 'bornTo'>

export type Found = Awaited<ReturnType<typeof recordsByKeys>>[number]

/** Records that the viewer may see and that may be this person, likeliest first, each with reasons in words. */
export async function findPeople(act: Act, asked: Asked): Promise<Likely<Found>[]> {
  const keys = lookUpKeys(asked)
  if (keys.length === 0) return []
  const found = await recordsByKeys(act.tx, keys)
  await act.record('person.searched', null, { found: found.length })
  return rankCandidates(asked, found).slice(0, 20)
}
