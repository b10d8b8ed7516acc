import type { ConcernChildId, ConcernId, PersonRecordId } from '#core/access/generated/tables.ts'
import { decisionDue, minutesAfter, MINUTES_TO_OPEN } from '#features/concerns/due.ts'
import { childrenIn, readConcern, valueOf } from '#features/concerns/reading.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { makeReference } from '#vocabulary/ids/reference.ts'
import { DECIDER, type ConcernFact } from './facts.ts'
import { putDecisions } from './rows-of-decision.ts'
import { meetClock, putReply, startClock, takeClock, type ConcernUnderWay } from './rows-under-way.ts'
import type { Setting } from './setting.ts'
import { changed, entry, opened, type Put, type Row } from './tables.ts'

/** What one concern leaves behind: sent, taken, decided, and late where nobody was in time. */
export function putConcern(
  put: Put,
  setting: Setting,
  from: { concern: ConcernFact; now: Date; recordOf: (person: number) => PersonRecordId | undefined },
): ConcernId {
  const { concern, now } = from
  const under = putSending(put, setting, concern)
  if (concern.takenAt) putTaking(put, setting, { concern: under, at: concern.takenAt })
  putDecisions(put, setting, { under, decisions: concern.decisions, recordOf: from.recordOf })
  for (const clock of under.clocks.values()) put('clock', raisedWhenLate(put, setting, { clock, under, now }))
  return under.id
}

function putSending(put: Put, setting: Setting, concern: ConcernFact): ConcernUnderWay {
  const { world, area } = setting
  const at = concern.sentAt
  const by = setting.staff(concern.by)
  const whole = readConcern(setting.template, concern.typed, londonDay(at))
  if (Object.keys(whole.errors).length > 0)
    throw new Error(`a concern made up wrongly: ${JSON.stringify(whole.errors)}`)
  const id = world.uuid<ConcernId>()
  const danger = valueOf(whole.answers, 'danger-now') === 'yes'
  const spoken = valueOf(whole.answers, 'spoken-to')
  const reachedNobody = spoken !== null && typeof spoken === 'object'
  const owned = { ownerAgency: by.agency, subject: id, since: at } as const
  put('subject', { id, kind: 'concern', ownerAgency: by.agency })
  put('concern', {
    id,
    ...owned,
    category: 'concern',
    reference: makeReference('CON', world.randomBytes),
    templateVersion: setting.template.version,
    face: 'referrer',
    sealed: false,
    keepName: false,
    signs: whole.answers.some(answer => answer.question === 'noticed' && answer.value !== null),
    areaId: area.id,
    receivingAgency: area.agency,
    receivingTeam: area.team,
    dangerNow: danger,
    spokenTo: typeof spoken === 'string' ? spoken : null,
    reachedNobody,
    sentByReferrer: null,
    referrerKind: null,
    sentFrom: null,
    sentBy: by.id,
    sentByName: by.name,
    sentByRole: by.title,
    sentAt: at,
  })
  const children = childrenIn(whole).map(child => ({ id: world.uuid<ConcernChildId>(), ...child }))
  for (const child of children)
    put('concernChild', {
      id: child.id,
      ...owned,
      category: 'identity',
      position: child.position,
      called: child.called,
    })
  const answers = [
    ...whole.answers.map(answer => ({ answer, child: null })),
    ...children.flatMap(child => child.answers.map(answer => ({ answer, child: child.id }))),
  ]
  for (const { answer, child } of answers)
    put('concernAnswer', {
      id: world.uuid(),
      ...owned,
      category: answer.category,
      concernChildId: child,
      concernOtherId: null,
      question: answer.question,
      value: answer.value === null ? null : JSON.stringify(answer.value),
      absence: answer.absence,
    })
  if (area.agency !== by.agency)
    opened(put, setting, {
      by,
      to: area.agency,
      at,
      subject: id,
      categories: setting.categories,
      source: { sourceKind: 'concern', source: id },
    })
  if (reachedNobody)
    put('notice', {
      id: world.uuid(),
      kind: 'concern.reached-nobody',
      toUser: null,
      toTeam: area.team,
      toAgency: null,
      toReferrer: null,
      forDeed: null,
      subject: id,
      clockId: null,
      saidAt: at,
      mailedAt: null,
    })
  const under: ConcernUnderWay = {
    id,
    by,
    danger,
    signs: whole.answers.some(answer => answer.question === 'noticed' && answer.value !== null),
    children: children.map(child => child.id),
    clocks: new Map(),
  }
  startClock(setting, under, {
    kind: 'concern.decide',
    at,
    dueAt: decisionDue(at, { dangerNow: danger, nation: area.nation }),
  })
  if (danger)
    startClock(setting, under, { kind: 'concern.open', at, dueAt: minutesAfter(at, MINUTES_TO_OPEN) })
  putReply(put, setting, { under, by, step: 'received', outcomes: [], at })
  entry(put, by, {
    deed: 'concern.sent',
    at,
    on: { id, kind: 'concern', owner: by.agency },
    detail: { children: children.length, danger },
  })
  return under
}

function putTaking(put: Put, setting: Setting, taken: { concern: ConcernUnderWay; at: Date }): void {
  const { concern: under, at } = taken
  const by = setting.staff(DECIDER)
  put('concernPickUp', {
    id: setting.world.uuid(),
    ownerAgency: by.agency,
    category: 'concern',
    subject: under.id,
    since: at,
    takenBy: by.id,
    takenByName: by.name,
    takenAt: at,
    putDownAt: null,
  })
  meetClock(put, under, { kind: 'concern.open', at, by })
  takeClock(put, under, { kind: 'concern.decide', at, by })
  putReply(put, setting, { under, by, step: 'picked-up', outcomes: [], at })
  entry(put, by, { deed: 'concern.taken', at, on: { id: under.id, kind: 'concern', owner: under.by.agency } })
}

/** What the worker does once a clock has run out: marks it, tells the supervisors, and the sender if nobody opened it. */
function raisedWhenLate(
  put: Put,
  setting: Setting,
  late: { clock: Row<'clock'>; under: ConcernUnderWay; now: Date },
): Row<'clock'> {
  const { clock, under, now } = late
  if (clock.state !== 'running' || clock.dueAt > now) return clock
  entry(put, 'late-clocks', {
    deed: 'clock.raised-late',
    at: now,
    on: { id: under.id, kind: 'concern', owner: under.by.agency },
    detail: { clock: clock.id, kind: clock.kind },
  })
  const notice = { subject: under.id, clockId: clock.id, saidAt: now, toTeam: null, mailedAt: null }
  put('notice', {
    id: setting.world.uuid(),
    kind: 'clock.late',
    toUser: null,
    toAgency: clock.ownerAgency,
    toReferrer: null,
    forDeed: 'supervise',
    ...notice,
  })
  if (clock.kind === 'concern.open')
    put('notice', {
      id: setting.world.uuid(),
      kind: 'concern.nobody-yet',
      toUser: under.by.id,
      toAgency: null,
      toReferrer: null,
      forDeed: null,
      ...notice,
    })
  return changed(put, clock, { table: 'clock', to: { raisedAt: now }, at: now, by: 'service' })
}
