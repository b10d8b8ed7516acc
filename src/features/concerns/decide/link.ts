import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId, PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import {
  createPersonRecord,
  findPeople,
  personToKnow,
  takeOver,
  type PersonKnown,
} from '#features/people/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { isPlainDate } from '#vocabulary/dates/plain-date.ts'
import { mayBeCarried, saidOf } from '../carry/said.ts'
import { linkOf } from '../part/queries.ts'
import { mayDecide } from '../policy.ts'
import { sealRecordMade } from '../sealed/record-made.ts'
import { words } from '../words.ts'
import * as rows from './queries.ts'
import { concernToDecide } from './service.ts'

/** What a concern says of one child, as a person record of the receiver's would hold it. */
export async function childAsKnown(
  act: Act,
  concernId: ConcernId,
  childId: ConcernChildId,
): Promise<PersonKnown> {
  await concernToDecide(act, concernId)
  const answers = (await rows.answersOn(act.tx, concernId)).filter(
    answer => answer.concernChildId === childId,
  )
  if (answers.length === 0) throw fault('not-found')
  const part = (question: string, name: string): string | null => {
    const value = answers.find(answer => answer.question === question)?.value
    const found =
      typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : null
    return typeof found === 'string' && found !== '' ? found : null
  }
  const why = (question: string): string =>
    answers.find(answer => answer.question === question)?.absence ?? 'not-recorded-by-sender'
  const [given, family] = [part('child-name', 'given'), part('child-name', 'family')]
  const [from, to] = [part('child-born', 'from'), part('child-born', 'to')]
  const sex = answers.find(answer => answer.question === 'child-sex')?.value
  const born =
    from && to && isPlainDate(from) && isPlainDate(to)
      ? { bornFrom: from, bornTo: to, bornAbsence: null }
      : null
  return {
    givenNames: given,
    givenNamesAbsence: given ? null : why('child-name'),
    familyName: family,
    familyNameAbsence: family ? null : why('child-name'),
    knownAs: null,
    ...(born ?? { bornFrom: null, bornTo: null, bornAbsence: why('child-born') }),
    sex: sex === 'F' || sex === 'M' ? sex : null,
    sexAbsence: sex === 'F' || sex === 'M' ? null : why('child-sex'),
  }
}

export const likelyRecords = async (act: Act, concernId: ConcernId, childId: ConcernChildId) =>
  (await findPeople(act, await childAsKnown(act, concernId, childId))).filter(
    one => one.ownerAgency === act.viewer.agencyId,
  )

/** PostgreSQL's: a policy hides the row that stands in the way. */
const NOT_THEIRS = '42501'

/**
 * Says which of the agency's own person records a child on a concern is, making one when it has none. What the concern said
 * of family, home, language and safe contact is on the new record too; onto one that stands already it is taken by hand. One that
 * is made of a sealed concern is for those who hold that.
 */
export async function linkRecord(
  act: Act,
  link: { concernId: ConcernId; concernChildId: ConcernChildId; record: PersonRecordId | 'new' },
): Promise<PersonRecordId> {
  demand(mayDecide, act.viewer)
  const known = await childAsKnown(act, link.concernId, link.concernChildId)
  await rows.waitForTurn(act.tx, link.concernId)
  if (await linkOf(act.tx, link.concernChildId, act.viewer.agencyId))
    throw new Refusal({ '': words.joinedAlready }, 409)
  const isNew = link.record === 'new'
  const concern = await concernToDecide(act, link.concernId)
  const personId =
    link.record === 'new' ? await createPersonRecord(act, known) : (await personToKnow(act, link.record)).id
  if (isNew && (await mayBeCarried(act, concern)))
    await takeOver(act, personId, {
      said: await saidOf(act, { concernId: link.concernId, childId: link.concernChildId }),
      chosen: 'all',
    })
  const now = act.world.now()
  try {
    await rows.insertLink(act.tx, {
      id: act.world.uuid(),
      ownerAgency: act.viewer.agencyId,
      subject: personId,
      concernId: link.concernId,
      concernChildId: link.concernChildId,
      linkedBy: act.viewer.id,
      linkedAt: now,
    })
  } catch (error) {
    // The child is joined to a record that has become one for named people only: they alone join it to another.
    if (error instanceof Error && 'code' in error && error.code === NOT_THEIRS)
      throw new Refusal({ '': words.joinedByNamedPeople }, 409)
    throw error
  }
  if (isNew && concern.sealed) await sealRecordMade(act, { concernId: concern.id, personId })
  await act.record('concern.child-linked', link.concernId, { person: personId, child: link.concernChildId })
  return personId
}
