import type { ConcernChildId, ConcernId, ConcernReplyId } from '#core/access/generated/tables.ts'
import type { Setting, Staff } from './setting.ts'
import { changed, opened, type Put, type Row } from './tables.ts'

/** One concern on its way, with the clocks that still may change. */
export interface ConcernUnderWay {
  readonly id: ConcernId
  readonly by: Staff
  readonly danger: boolean
  readonly signs: boolean
  readonly children: readonly ConcernChildId[]
  /** By kind; written once their last word is known. */
  readonly clocks: Map<string, Row<'clock'>>
}

export function startClock(
  setting: Setting,
  under: ConcernUnderWay,
  clock: { kind: string; at: Date; dueAt: Date },
): void {
  under.clocks.set(clock.kind, {
    id: setting.world.uuid(),
    ownerAgency: setting.area.agency,
    category: 'concern',
    subject: under.id,
    since: clock.at,
    kind: clock.kind,
    teamId: setting.area.team,
    userId: null,
    urgent: under.danger,
    startedAt: clock.at,
    dueAt: clock.dueAt,
    state: 'running',
    endedAt: null,
    endedBy: null,
    raisedAt: null,
    part: null,
  })
}

interface OnClock {
  readonly kind: string
  readonly at: Date
  readonly by: Staff
}

export const takeClock = (put: Put, under: ConcernUnderWay, taken: OnClock): void =>
  changeClock(put, under, { ...taken, to: { userId: taken.by.id } })

export const meetClock = (put: Put, under: ConcernUnderWay, met: OnClock): void =>
  changeClock(put, under, { ...met, to: { state: 'met', endedAt: met.at, endedBy: met.by.id } })

function changeClock(
  put: Put,
  under: ConcernUnderWay,
  change: OnClock & { to: Partial<Row<'clock'>> },
): void {
  const { kind, at, by, to } = change
  const clock = under.clocks.get(kind)
  if (clock?.state !== 'running') return
  under.clocks.set(kind, changed(put, clock, { table: 'clock', to, at, by }))
}

/** What the agency that raised it hears: a record of its own, opened to it when someone else says it. */
export function putReply(
  put: Put,
  setting: Setting,
  reply: {
    under: ConcernUnderWay
    by: Staff
    step: Row<'concernReply'>['step']
    outcomes: readonly string[]
    at: Date
  },
): void {
  const { under, by, at } = reply
  const id = setting.world.uuid<ConcernReplyId>()
  put('subject', { id, kind: 'concern_reply', ownerAgency: by.agency })
  put('concernReply', {
    id,
    ownerAgency: by.agency,
    category: 'concern',
    subject: id,
    since: at,
    concernId: under.id,
    step: reply.step,
    outcomes: [...reply.outcomes],
    saidAt: at,
    areaId: null,
  })
  if (under.by.agency !== by.agency)
    opened(put, setting, {
      by,
      to: under.by.agency,
      at,
      subject: id,
      categories: ['concern'],
      source: { sourceKind: 'reply', source: under.id },
    })
}
