import type { Act } from '#core/access/act.ts'
import type {
  ConcernChildId,
  ConcernId,
  ConcernPartingId,
  PersonRecordId,
} from '#core/access/generated/tables.ts'
import { doneBetween } from '#core/audit/done-between.sql.ts'
import type { Look } from '#core/audit/who-looked.ts'
import { demand } from '#core/access/policy.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { childOn } from '../decide/child-on.ts'
import { waitForTurn } from '../decide/queries.ts'
import { mayDecide } from '../policy.ts'
import { words } from '../words.ts'
import * as rows from './queries.ts'

/** So many looks are told; a record that was looked at oftener is for the records lead to go through. */
const MOST_LOOKS = 200

export interface At {
  readonly concernId: ConcernId
  readonly childId: ConcernChildId
}

/**
 * Parts a child on a concern from the record to which they were joined by mistake. What was joined stays as a former version;
 * what was decided for the child stands, and what was taken over onto the record stays there until someone corrects it.
 *
 * @throws Refusal 409 where they are joined to no record any longer
 */
export async function partRecord(act: Act, at: At & { why: string }): Promise<PersonRecordId> {
  demand(mayDecide, act.viewer)
  const { concern, child } = await childOn(act, at)
  await waitForTurn(act.tx, concern.id)
  const link = await rows.linkOf(act.tx, child.id, act.viewer.agencyId)
  if (!link) throw new Refusal({ '': words.notJoined }, 409)
  await rows.deleteLink(act.tx, { childId: child.id, agency: act.viewer.agencyId })
  await rows.insertParting(act.tx, {
    id: act.world.uuid<ConcernPartingId>(),
    ownerAgency: act.viewer.agencyId,
    subject: concern.id,
    concernChildId: child.id,
    personRecordId: link.personRecordId,
    linkedBy: link.linkedBy,
    linkedAt: link.linkedAt,
    why: at.why,
    partedBy: act.viewer.id,
    partedByName: act.viewer.name,
    partedAt: act.world.now(),
  })
  await act.record('concern.child-parted', concern.id, { person: link.personRecordId, child: child.id })
  if (!concern.sealed) await act.record('concern.record-parted', link.personRecordId)
  return link.personRecordId
}

/**
 * What was looked at and done, on the record and on the concern, while they were joined; newest first, of each no more than `MOST_LOOKS`,
 * and whether there were more.
 */
export async function looksWhileJoined(
  act: Act,
  joined: { concernId: ConcernId; personRecordId: PersonRecordId; from: Date; until: Date },
): Promise<{ looks: readonly (Look & { readonly on: 'record' | 'concern' })[]; cut: boolean }> {
  const between = { from: joined.from, until: joined.until, most: MOST_LOOKS + 1 }
  const onRecord = await doneBetween(act, { subject: joined.personRecordId, ...between })
  const onConcern = await doneBetween(act, { subject: joined.concernId, ...between })
  const looks = [
    ...onRecord.slice(0, MOST_LOOKS).map(look => ({ ...look, on: 'record' as const })),
    ...onConcern.slice(0, MOST_LOOKS).map(look => ({ ...look, on: 'concern' as const })),
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime())
  return { looks, cut: onRecord.length > MOST_LOOKS || onConcern.length > MOST_LOOKS }
}
