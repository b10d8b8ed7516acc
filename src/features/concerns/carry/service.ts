import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId, PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { offersTo, takeOver, type Offer } from '#features/people/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { childrenOn } from '../decide/queries.ts'
import { concernToDecide } from '../decide/service.ts'
import { mayDecide } from '../policy.ts'
import { words } from '../words.ts'
import { recordOf } from './queries.ts'
import { mayBeCarried, saidOf } from './said.ts'

export interface ChildAt {
  readonly concernId: ConcernId
  readonly childId: ConcernChildId
}

/** What a concern says of a child that the record joined to it does not; null where nothing may go from one to the other. */
export async function offered(
  act: Act,
  at: ChildAt,
): Promise<{ called: string; personId: PersonRecordId; offers: readonly Offer[] | null }> {
  const concern = await concernToDecide(act, at.concernId)
  const child = (await childrenOn(act.tx, concern.id)).find(one => one.id === at.childId)
  const record = await recordOf(act.tx, at.childId)
  if (!child || !record) throw fault('not-found')
  const offers = (await mayBeCarried(act, concern))
    ? await offersTo(act, record.id, await saidOf(act, at))
    : null
  return { called: child.called, personId: record.id, offers }
}

/**
 * Takes onto the record that is joined already what was chosen of what the concern says.
 *
 * @throws Refusal where nothing was chosen that is offered
 */
export async function takeChosen(act: Act, at: ChildAt, chosen: readonly string[]): Promise<void> {
  demand(mayDecide, act.viewer)
  const { personId, offers } = await offered(act, at)
  const keys = chosen.filter(key => offers?.some(offer => offer.key === key))
  if (keys.length === 0) throw new Refusal({ take: words.chooseWhatToTake })
  await takeOver(act, personId, { said: await saidOf(act, at), chosen: keys })
}
