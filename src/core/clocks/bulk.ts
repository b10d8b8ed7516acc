import { changed, type Among, type Put, type Row, type Staff } from '#core/access/bulk.ts'
import type { AgencyId, SubjectId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import { entry } from '#core/audit/bulk.ts'
import { told } from '#core/notices/bulk.ts'

/** The clocks of one subject, by kind; written once their last word is known. */
export type Clocks = Map<string, Row<'clock'>>

export function started(
  { idAt }: Among,
  clocks: Clocks,
  clock: {
    kind: string
    subject: SubjectId
    agency: AgencyId
    team: TeamId
    urgent: boolean
    at: Date
    dueAt: Date
  },
): void {
  clocks.set(clock.kind, {
    id: idAt(clock.at),
    ownerAgency: clock.agency,
    category: 'concern',
    subject: clock.subject,
    since: clock.at,
    kind: clock.kind,
    teamId: clock.team,
    userId: null,
    urgent: clock.urgent,
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

export const taken = (put: Put, clocks: Clocks, on: OnClock): void =>
  change(put, clocks, { ...on, to: { userId: on.by.id } })

export const met = (put: Put, clocks: Clocks, on: OnClock): void =>
  change(put, clocks, { ...on, to: { state: 'met', endedAt: on.at, endedBy: on.by.id } })

/** What one person has in hand is another's from now on. */
export function handed(
  put: Put,
  clocks: Clocks,
  hands: { from: UserAccountId; to: UserAccountId; at: Date; by: Staff },
): void {
  for (const clock of clocks.values())
    if (clock.userId === hands.from)
      change(put, clocks, { kind: clock.kind, at: hands.at, by: hands.by, to: { userId: hands.to } })
}

function change(put: Put, clocks: Clocks, what: OnClock & { to: Partial<Row<'clock'>> }): void {
  const { kind, at, by, to } = what
  const clock = clocks.get(kind)
  if (clock?.state !== 'running') return
  clocks.set(kind, changed(put, clock, { table: 'clock', to, at, by }))
}

/** What the worker does once a clock has run out: marks it and tells the supervisors, and whoever else is told by its kind. */
export function raisedWhenLate(
  put: Put,
  among: Among,
  late: {
    clock: Row<'clock'>
    on: { id: SubjectId; kind: string; owner: AgencyId }
    now: Date
    also: Readonly<Record<string, { toUser: UserAccountId; kind: string }>>
  },
): Row<'clock'> {
  const { clock, now } = late
  if (clock.state !== 'running' || clock.dueAt > now) return clock
  const detail = { clock: clock.id, kind: clock.kind }
  entry(put, 'late-clocks', { deed: 'clock.raised-late', at: now, on: late.on, detail })
  const notice = { subject: late.on.id, clockId: clock.id, saidAt: now }
  told(put, among, { ...notice, kind: 'clock.late', toAgency: clock.ownerAgency, forDeed: 'supervise' })
  const also = late.also[clock.kind]
  if (also) told(put, among, { ...notice, ...also })
  return changed(put, clock, { table: 'clock', to: { raisedAt: now }, at: now, by: 'service' })
}
