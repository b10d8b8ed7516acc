import type { Act } from '#core/access/act.ts'
import type { SubjectId, UserAccountId } from '#core/access/generated/tables.ts'
import { thoseWhoMay } from '#core/access/policy.ts'
import { countClocks, runningClocks, type Whose } from './queries.ts'

/** Whoever has to know when a colleague's work runs out. */
const maySeeLate = thoseWhoMay('supervise', 'supervisors')

/**
 * What waits for the one who looks, of the kinds they may act on: danger first, then late, then their own, then what
 * nobody in their teams has taken. Supervisors see besides what has run out anywhere in their agency.
 */
export async function waitingFor(
  act: Act,
  asked: { kinds: readonly string[]; offset: number; limit: number },
): Promise<Waiting[]> {
  const now = act.world.now()
  const parts = []
  // Each part comes from its own index, in this order, so that only what is shown is read.
  for (const [rank, whose] of partsOf(act, now).entries()) {
    const clocks = await runningClocks(act.tx, {
      agency: act.viewer.agencyId,
      kinds: asked.kinds,
      whose,
      limit: asked.offset + asked.limit,
    })
    parts.push(...clocks.map(clock => ({ ...clock, rank, late: clock.dueAt <= now })))
  }
  return parts.sort(inOrder).slice(asked.offset, asked.offset + asked.limit)
}

export interface Waiting {
  readonly kind: string
  readonly subject: SubjectId
  readonly userId: UserAccountId | null
  readonly urgent: boolean
  readonly late: boolean
  readonly dueAt: Date
}

/** How much waits, counted no further than `most`. */
export async function countWaiting(
  act: Act,
  asked: { kinds: readonly string[]; most: number },
): Promise<number> {
  let sum = 0
  for (const whose of partsOf(act, act.world.now()))
    sum += await countClocks(act.tx, { agency: act.viewer.agencyId, whose, ...asked })
  return Math.min(sum, asked.most)
}

const partsOf = (act: Act, now: Date): Whose[] => {
  const mine = { user: act.viewer.id, teams: act.viewer.teams }
  return [
    { part: 'own', ...mine },
    ...(mine.teams.length > 0 ? [{ part: 'team', ...mine } as const] : []),
    ...(maySeeLate.allows(act.viewer) ? [{ part: 'late-elsewhere', lateAt: now, ...mine } as const] : []),
  ]
}

const inOrder = (one: Waiting & { rank: number }, other: Waiting & { rank: number }): number =>
  Number(other.urgent) - Number(one.urgent) ||
  Number(other.late) - Number(one.late) ||
  one.rank - other.rank ||
  one.dueAt.getTime() - other.dueAt.getTime()
