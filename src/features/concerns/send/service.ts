import type { Act, OwningAct, WritingAct } from '#core/access/act.ts'
import type { AreaId, ConcernId, ReferrerId, UserAccountId } from '#core/access/generated/tables.ts'
import { grant, type Grantee } from '#core/access/grants.ts'
import { demand } from '#core/access/policy.ts'
import { startClock } from '#core/clocks/clocks.ts'
import { tell } from '#core/notices/notices.ts'
import {
  areaForSending,
  areasToSendTo,
  teamAtThisHour,
  type SendingArea,
} from '#features/administration/public.ts'
import { categoriesOf, faceOf, noticesSign, type Template } from '#features/standard/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import type { Nation } from '#vocabulary/nations.ts'
import { makeReference } from '#vocabulary/ids/reference.ts'
import { crimeToRecord } from '../crime/alleged.ts'
import { CRIME, DECIDE, OPEN } from '../clock-kinds.ts'
import { decisionDue, HOURS_TO_RECORD_CRIME, minutesAfter, MINUTES_TO_OPEN } from '../due.ts'
import { mayRecord } from '../policy.ts'
import { childrenIn, FACE, readConcern, templateAsked, valueOf, type WholeConcern } from '../reading.ts'
import { holdersFor, passOverNamed, sealAtBirth, type NamedHolder } from '../sealed/at-birth.ts'
import { HOLDS, STANDS_IN } from '../sealed/queries.ts'
import { thoseWhoWork } from '../sealed/named.ts'
import { insertThingKeys } from '../seen/queries.ts'
import { thingKeys } from '../seen/thing-keys.ts'
import { insertConcern, insertReply } from './queries.ts'

export interface Sent {
  readonly concernId: ConcernId
  readonly reference: string
  readonly dueAt: Date
}

interface Sender {
  readonly name: string
  readonly role: string
}

function sender(act: Act): Sender {
  const role = act.viewer.roleTitles[0]
  if (!role) throw fault('not-allowed')
  return { name: act.viewer.name, role }
}

/**
 * Sends what was typed: from here on it is a concern, the receiving team's to decide, and can be neither edited
 * nor unsent. No one's approval stands between a worker and this deed.
 *
 * @param raisedBy whose concern it is; another than the viewer only where a system sends it for them
 * @throws Refusal with the fields that are missing or wrong
 */
export async function sendConcern(act: Act, typed: FormValues, raisedBy = sender(act)): Promise<Sent> {
  demand(mayRecord, act.viewer)
  const { concern, dueAt } = await sendAs(act, typed, {
    // An area of a partnership that this agency is not in is no place to send a child's name.
    areas: await areasToSendTo(act),
    owning: async () => act,
    hears: { kind: 'user', id: act.viewer.id },
    raisedBy: {
      sentBy: act.viewer.id,
      sentByName: raisedBy.name,
      sentByRole: raisedBy.role,
      sentByReferrer: null,
      referrerKind: null,
      sentFrom: null,
    },
  })
  return { concernId: concern.id, reference: concern.reference, dueAt }
}

/** Who raises a concern: someone with an account, or someone without one who proved an address. */
export type RaisedBy = { readonly sentByName: string; readonly sentByRole: string } & (
  | {
      readonly sentBy: UserAccountId
      readonly sentByReferrer: null
      readonly referrerKind: null
      readonly sentFrom: null
    }
  | {
      readonly sentBy: null
      readonly sentByReferrer: ReferrerId
      readonly referrerKind: string
      readonly sentFrom: string
    }
)

export interface Sending {
  readonly areas: readonly { readonly id: AreaId }[]
  readonly raisedBy: RaisedBy
  /** Whose it is from now on: the agency of whoever sends it, or where they have none the one that receives it. */
  readonly owning: (area: SendingArea) => Promise<OwningAct>
  /** Of a sealed concern the one person who hears of it. */
  readonly hears: Grantee & { readonly kind: 'user' | 'referrer' }
}

/** The same deed, whoever sends. @throws Refusal with the fields that are missing or wrong */
export async function sendAs(
  writer: WritingAct,
  typed: FormValues,
  from: Sending,
): Promise<{ concern: ConcernRow; dueAt: Date; act: OwningAct }> {
  const template = await templateAsked(writer, typed)
  const now = writer.world.now()
  const whole = readConcern(template, typed, londonDay(now))
  if (Object.keys(whole.errors).length > 0) throw new Refusal(whole.errors)
  const area = await areaForSending(writer.tx, textOf(valueOf(whole.answers, 'child-area')))
  if (!area || !from.areas.some(one => one.id === area.id))
    throw new Refusal({ 'child-area': 'Choose one of the areas' })
  const act = await from.owning(area)
  const sealed = thoseWhoWork(whole).length > 0
  const holders = sealed ? await holdersFor(act, { whole, area }) : []
  const face = faceOf(template, typed[FACE])
  const { raisedBy } = from
  const concern = concernRow(act, { template, whole, area, face, sealed, raisedBy })
  const dueAt = decisionDue(now, { dangerNow: concern.dangerNow, nation: area.nation })
  await insertConcern(act, concern, whole)
  const categories = categoriesOf(template)
  if (concern.sealed) await sealAtBirth(act, concern.id, { holders, categories, sender: raisedBy.sentBy })
  else if (area.receivingAgency !== act.viewer.agencyId) {
    const source = { kind: 'concern', id: concern.id } as const
    await grant(
      act,
      { kind: 'agency', id: area.receivingAgency },
      { subject: concern.id, categories, source },
    )
  }
  await insertThingKeys(act.tx, {
    subject: concern.id,
    ownerAgency: concern.ownerAgency,
    keys: thingKeys(whole),
  })
  if (!concern.sealed) await passOverNamed(act, concern, whole.parts)
  const hour = concern.dangerNow ? await teamAtThisHour(act, area.id) : null
  const team = hour?.team ?? concern.receivingTeam
  await startClocks(act, { ...concern, dueAt, receivingTeam: team }, holders)
  if (crimeToRecord(whole)) {
    const dueAt = minutesAfter(now, HOURS_TO_RECORD_CRIME * 60)
    await startClock(act, { ...clockOf(concern, holders), kind: CRIME, urgent: false, dueAt })
  }
  if (holders.length > 0) await startAllegationClocks(act, concern, { holders, nation: area.nation })
  await insertReply(act, {
    concernId: concern.id,
    step: 'received',
    outcomes: [],
    ...hearsReceipt(concern, from),
  })
  const told = concern.sealed ? holders.map(({ userId }) => ({ toUser: userId })) : [{ toTeam: team }]
  if (hour?.byNight && !concern.sealed)
    await tell(act, { kind: 'concern.danger-by-night', subject: concern.id, toTeam: team })
  if (concern.reachedNobody)
    for (const to of told) await tell(act, { kind: 'concern.reached-nobody', subject: concern.id, ...to })
  await writer.record('concern.sent', concern.id, {
    children: childrenIn(whole).length,
    danger: concern.dangerNow,
  })
  return { concern, dueAt, act }
}

/** Of a sealed concern one person hears; someone without an account is always told by name; an agency reads its own. */
function hearsReceipt(concern: ConcernRow, { hears }: Sending): { to?: Grantee; only?: Grantee } {
  if (concern.sealed) return { only: hears }
  return hears.kind === 'referrer' ? { to: hears } : {}
}

export function spokenTo(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'spoken' in value ? String(value.spoken) : null
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whether the person who raises it noticed any sign. A prompt for a second pair of eyes, never a score. */
export function signsIn(template: Template, whole: WholeConcern): boolean {
  const questions = new Map(template.questions.map(question => [question.id, question]))
  return [whole, ...whole.parts].some(({ answers }) =>
    answers.some(answer => {
      const question = questions.get(answer.question)
      return question !== undefined && noticesSign(question, answer.value)
    }),
  )
}

export type ConcernRow = ReturnType<typeof concernRow>

function concernRow(
  act: OwningAct,
  from: {
    template: Template
    whole: WholeConcern
    area: SendingArea
    face: string
    sealed: boolean
    raisedBy: RaisedBy
  },
) {
  const now = act.world.now()
  const id = act.world.uuid<ConcernId>()
  const spoken = valueOf(from.whole.answers, 'spoken-to')
  return {
    id,
    subject: id,
    ownerAgency: act.viewer.agencyId,
    category: 'concern',
    since: now,
    reference: makeReference('CON', act.world.randomBytes),
    templateVersion: from.template.version,
    face: from.face,
    sealed: from.sealed,
    keepName: valueOf(from.whole.answers, 'keep-name') === 'yes',
    signs: signsIn(from.template, from.whole),
    areaId: from.area.id,
    receivingAgency: from.area.receivingAgency,
    receivingTeam: from.area.receivingTeam,
    dangerNow: valueOf(from.whole.answers, 'danger-now') === 'yes',
    spokenTo: spokenTo(spoken),
    reachedNobody: spoken !== null && typeof spoken === 'object',
    ...from.raisedBy,
    sentAt: now,
  } as const
}

/** Whose a concern's clocks are: the receiving team's, or of a sealed concern its first holder's. */
function clockOf(concern: ConcernRow, holders: readonly NamedHolder[]) {
  const first = holders.find(holder => holder.agency === concern.receivingAgency)
  return {
    subject: concern.id,
    category: 'concern',
    ownerAgency: concern.receivingAgency,
    ...(first ? { user: first.userId } : { team: concern.receivingTeam }),
    urgent: concern.dangerNow,
  } as const
}

/** To decide, and with danger now also to open it within minutes. */
async function startClocks(
  act: OwningAct,
  concern: ConcernRow & { dueAt: Date },
  holders: readonly NamedHolder[],
): Promise<void> {
  const shared = clockOf(concern, holders)
  await startClock(act, { ...shared, kind: DECIDE, dueAt: concern.dueAt })
  if (!concern.dangerNow) return
  const dueAt = minutesAfter(concern.sentAt, MINUTES_TO_OPEN)
  // On every holder's home: whoever takes it first stops them all.
  const own = holders.filter(holder => holder.agency === concern.receivingAgency)
  const whose = own.length > 0 ? own.map(holder => ({ user: holder.userId })) : [{}]
  for (const one of whose) await startClock(act, { ...shared, ...one, kind: OPEN, dueAt })
}

/** What is done about the person named is due within a working day of the local authority’s designated officer ([R], domain 5.1). */
async function startAllegationClocks(
  act: OwningAct,
  concern: ConcernRow,
  to: { holders: readonly NamedHolder[]; nation: Nation },
): Promise<void> {
  const dueAt = decisionDue(concern.sentAt, { dangerNow: false, nation: to.nation })
  for (const { agency, userId, standsIn } of to.holders)
    await startClock(act, {
      kind: standsIn ? STANDS_IN : HOLDS,
      subject: concern.id,
      category: 'concern',
      ownerAgency: agency,
      user: userId,
      urgent: false,
      dueAt,
    })
}
