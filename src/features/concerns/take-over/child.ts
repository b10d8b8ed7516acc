import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId, SubjectId, UserAccountId } from '#core/access/generated/tables.ts'
import { outsideOf, type Holder } from '#core/access/named-people.sql.ts'
import { childOn } from '../decide/child-on.ts'
import { childAsKnown } from '../decide/link.ts'
import { recordsLinked } from '../decide/queries.ts'
import { concernsAbout } from '../on-child/queries.ts'
import { othersAsParts } from '../pass-on/others.ts'
import { CHILD } from '../reading.ts'
import { mayBeThePerson } from '../sealed/named.ts'

/** What a concern that the viewer's agency decides on says of one child, for whoever takes it over so that nobody types it again. */
export async function childToTakeOver(act: Act, at: { concernId: ConcernId; childId: ConcernChildId }) {
  const { concern, child } = await childOn(act, at)
  const links = await recordsLinked(act.tx, concern.id)
  const record: SubjectId | null = links.find(one => one.concernChildId === child.id)?.subject ?? null
  return { concern, child, known: await childAsKnown(act, concern.id, child.id), record }
}

/** More concerns about one child than anyone looks through. */
const MANY = 200

/** The concerns joined to a record that the viewer may read. */
export const concernsJoinedTo = async (act: Act, record: SubjectId): Promise<ConcernId[]> => [
  ...new Set((await concernsAbout(act.tx, record, MANY)).map(one => one.id)),
]

/** Of these people those who may be named on a concern, or who are outside it: of what is taken over from it they learn nothing. */
export async function tooNearTo(
  act: Act,
  concernId: ConcernId,
  people: readonly Holder[],
): Promise<UserAccountId[]> {
  const named = (await othersAsParts(act.tx, concernId)).filter(part => part.each !== CHILD)
  const outside = new Set(
    await outsideOf(
      act,
      concernId,
      people.map(one => one.userId),
    ),
  )
  return people
    .filter(one => outside.has(one.userId) || mayBeThePerson(one.name, named))
    .map(one => one.userId)
}
