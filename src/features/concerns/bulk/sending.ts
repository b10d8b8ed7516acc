import { opened, type Put } from '#core/access/bulk.ts'
import type { ConcernChildId, ConcernId, ConcernOtherId } from '#core/access/generated/tables.ts'
import { entry } from '#core/audit/bulk.ts'
import { started } from '#core/clocks/bulk.ts'
import { told } from '#core/notices/bulk.ts'
import { categoriesOf, faceOf, type Answer } from '#features/standard/public.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { makeReference } from '#vocabulary/ids/reference.ts'
import { crimeToRecord } from '../crime/alleged.ts'
import { CRIME } from '../clock-kinds.ts'
import { decisionDue, HOURS_TO_RECORD_CRIME, minutesAfter, MINUTES_TO_OPEN } from '../due.ts'
import { CHILD, childrenIn, FACE, readConcern, valueOf, type WholeConcern } from '../reading.ts'
import { thoseWhoWork } from '../sealed/named.ts'
import { thingKeys } from '../seen/thing-keys.ts'
import { signsIn, spokenTo } from '../send/service.ts'
import type { ConcernFact, ConcernSetting } from './facts.ts'
import { onConcern, putReply, type ConcernUnderWay } from './under-way.ts'

/** What sending one concern leaves behind. */
export function putSending(put: Put, setting: ConcernSetting, concern: ConcernFact): ConcernUnderWay {
  const at = concern.sentAt
  const by = setting.staff(concern.by)
  const area = setting.areaOf(concern.typed)
  const template = setting.templateFor(by, concern.typed)
  const whole = readConcern(template, concern.typed, londonDay(at))
  if (Object.keys(whole.errors).length > 0)
    throw new Error(`a concern made up wrongly: ${JSON.stringify(whole.errors)}`)
  // Who may see it is worked out from who is there: by the deed alone.
  if (thoseWhoWork(whole).length > 0) throw new Error('a concern that would be sealed is sent by its deed')
  const id = setting.idAt<ConcernId>(at)
  const danger = valueOf(whole.answers, 'danger-now') === 'yes'
  const spoken = valueOf(whole.answers, 'spoken-to')
  const reachedNobody = spoken !== null && typeof spoken === 'object'
  const signs = signsIn(template, whole)
  put('subject', { id, kind: 'concern', ownerAgency: by.agency })
  put('concern', {
    id,
    ownerAgency: by.agency,
    subject: id,
    since: at,
    category: 'concern',
    reference: makeReference('CON', setting.randomBytes),
    templateVersion: template.version,
    face: faceOf(template, concern.typed[FACE]),
    sealed: false,
    keepName: valueOf(whole.answers, 'keep-name') === 'yes',
    signs,
    areaId: area.id,
    receivingAgency: area.agency,
    receivingTeam: area.team,
    dangerNow: danger,
    spokenTo: spokenTo(spoken),
    reachedNobody,
    sentBy: by.id,
    sentByReferrer: null,
    referrerKind: null,
    sentFrom: null,
    sentByName: by.name,
    sentByRole: by.title,
    sentAt: at,
  })
  const under: ConcernUnderWay = {
    id,
    by,
    area,
    danger,
    signs,
    children: putParts(put, setting, { whole, id, concern }),
    clocks: new Map(),
    pickUp: null,
  }
  if (area.agency !== by.agency)
    opened(put, setting, {
      by,
      to: area.agency,
      at,
      subject: id,
      categories: categoriesOf(template),
      source: { sourceKind: 'concern', source: id },
    })
  for (const key of thingKeys(whole))
    put('concernThingKey', { key, ownerAgency: by.agency, category: 'concern', subject: id })
  if (reachedNobody)
    told(put, setting, { kind: 'concern.reached-nobody', toTeam: area.team, subject: id, saidAt: at })
  startClocks(setting, under, { at, crime: crimeToRecord(whole) })
  putReply(put, setting, { under, by, step: 'received', outcomes: [], at })
  entry(put, by, {
    deed: 'concern.sent',
    at,
    on: onConcern(under),
    detail: { children: childrenIn(whole).length, danger },
  })
  return under
}

/** Its children, the others on it, and every answer. @returns the children in their order */
function putParts(
  put: Put,
  setting: ConcernSetting,
  of: { whole: WholeConcern; id: ConcernId; concern: ConcernFact },
): ConcernChildId[] {
  const at = of.concern.sentAt
  const owned = { ownerAgency: setting.staff(of.concern.by).agency, subject: of.id, since: at } as const
  const children: ConcernChildId[] = []
  // oxlint-disable-next-line max-params -- an answer, and of whom it is
  const putAnswer = (answer: Answer, child: ConcernChildId | null, other: ConcernOtherId | null): void =>
    put('concernAnswer', {
      id: setting.idAt(at),
      ...owned,
      category: answer.category,
      concernChildId: child,
      concernOtherId: other,
      question: answer.question,
      value: answer.value === null ? null : JSON.stringify(answer.value),
      absence: answer.absence,
    })
  for (const answer of of.whole.answers) putAnswer(answer, null, null)
  for (const { each, position, called, answers } of of.whole.parts) {
    if (each === CHILD) {
      const id = setting.idAt<ConcernChildId>(at)
      children.push(id)
      put('concernChild', { id, ...owned, category: 'identity', position, called })
      for (const answer of answers) putAnswer(answer, id, null)
    } else {
      const id = setting.idAt<ConcernOtherId>(at)
      put('concernOther', { id, ...owned, category: 'concern', each, position, called })
      for (const answer of answers) putAnswer(answer, null, id)
    }
  }
  return children
}

function startClocks(
  setting: ConcernSetting,
  under: ConcernUnderWay,
  { at, crime }: { at: Date; crime: boolean },
): void {
  const { area, danger: urgent, clocks } = under
  const shared = { subject: under.id, agency: area.agency, team: area.team, at }
  const dueAt = decisionDue(at, { dangerNow: urgent, nation: area.nation })
  started(setting, clocks, { ...shared, kind: 'concern.decide', urgent, dueAt })
  if (urgent)
    started(setting, clocks, {
      ...shared,
      kind: 'concern.open',
      urgent,
      dueAt: minutesAfter(at, MINUTES_TO_OPEN),
    })
  if (crime)
    started(setting, clocks, {
      ...shared,
      kind: CRIME,
      urgent: false,
      dueAt: minutesAfter(at, HOURS_TO_RECORD_CRIME * 60),
    })
}
