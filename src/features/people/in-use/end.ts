import type { Act } from '#core/access/act.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'
import { readUntil } from './read-days.ts'
import type { EndTyped } from './schemas.ts'

interface InUse {
  readonly fromDay: PlainDate | null
  readonly endedAt: Date | null
  readonly endedByName: string | null
}

/**
 * What ending a name or a number writes on its row: no longer used, or never theirs.
 *
 * @throws Refusal when it has ended already, or when the day cannot be
 */
export function ending(act: Act, row: InUse, typed: EndTyped) {
  if (row.endedAt)
    throw new Refusal({ why: words.alreadyEnded(row.endedByName ?? '', sayMoment(row.endedAt)) }, 409)
  const now = act.world.now()
  const errors: Record<string, string> = {}
  const toDay = readUntil(typed, { today: londonDay(now), fromDay: row.fromDay }, errors)
  if (Object.keys(errors).length > 0) throw new Refusal(errors)
  return {
    ...(toDay ? { toDay } : {}),
    endedWhy: typed.why,
    endedBy: act.viewer.id,
    endedByName: act.viewer.name,
    endedAt: now,
  }
}
