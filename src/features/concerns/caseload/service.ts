import type { Act } from '#core/access/act.ts'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { fault } from '#platform/errors/fault.ts'
import { waitForTurn } from '../decide/queries.ts'
import { concernToDecide } from '../decide/service.ts'
import { handOver, whoMayHaveIt } from '../hand-over/service.ts'
import { maySupervise } from '../policy.ts'
import { openWithPerson } from '../shift/queries.ts'
import { splitChild } from '../split/service.ts'
import { words } from '../words.ts'
import { colleague } from './queries.ts'

/** Beyond this it is handed over in two goes. */
const MOST = 500

/** A colleague of the viewer's agency, with all that they have in hand. Someone of another agency is not there. */
export async function whatTheyHave(act: Act, userId: UserAccountId) {
  const who = await colleague(act.tx, act.viewer.agencyId, userId)
  if (!who) throw fault('not-found')
  const items = await openWithPerson(act.tx, { agency: act.viewer.agencyId, user: userId, most: MOST })
  return { who, items }
}

/**
 * All that a colleague who is away has in hand goes to another. What that one may not have, being too near to it, stays.
 *
 * @returns how many went, and how many stay
 */
export async function handOverAll(
  act: Act,
  said: { from: UserAccountId; to: UserAccountId; why: string },
): Promise<{ went: number; stay: number }> {
  demand(maySupervise, act.viewer)
  const { items } = await whatTheyHave(act, said.from)
  if (items.length === 0) throw new Refusal({ '': words.hasNothing }, 409)
  if (said.to === said.from) throw new Refusal({ to: words.chooseColleague })
  for (const concernId of new Set(items.map(item => item.concernId).toSorted()))
    await waitForTurn(act.tx, concernId)
  let [went, stay] = [0, 0]
  for (const item of (await whatTheyHave(act, said.from)).items) {
    const concern = await concernToDecide(act, item.concernId)
    if (!(await whoMayHaveIt(act, concern)).some(one => one.userId === said.to)) {
      stay += 1
      continue
    }
    const { concernId } = item
    if (item.childId === null) await handOver(act, { concernId, to: said.to, why: said.why })
    // One that went along with the whole is the other's already.
    else if (await stillTheirs(act, said.from, item.clockId))
      await splitChild(act, {
        concernId,
        concernChildId: item.childId,
        to: said.to,
        why: said.why,
      })
    went += 1
  }
  if (went === 0) throw new Refusal({ to: words.mayHaveNone })
  return { went, stay }
}

const stillTheirs = async (act: Act, from: UserAccountId, clockId: string): Promise<boolean> =>
  (await whatTheyHave(act, from)).items.some(item => item.clockId === clockId)
