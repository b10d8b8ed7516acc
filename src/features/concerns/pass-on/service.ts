import type { Act } from '#core/access/act.ts'
import type {
  AgencyId,
  AreaId,
  ConcernId,
  ConcernPassingId,
  SubjectId,
  TeamId,
} from '#core/access/generated/tables.ts'
import { grant } from '#core/access/grants.ts'
import { excludeNamed } from '#core/access/named-people.sql.ts'
import { letGo, openInTurn } from '#core/access/pass-on.sql.ts'
import { demand } from '#core/access/policy.ts'
import { giveClocks, startClock, stopClocks } from '#core/clocks/clocks.ts'
import { runningOn } from '#core/clocks/queries.ts'
import { tell } from '#core/notices/notices.ts'
import { receiversFor, teamAtThisHour } from '#features/administration/public.ts'
import { categoriesOf, templateOfVersion } from '#features/standard/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { additionsTo } from '../add/queries.ts'
import { DECIDE_CHILD, GOING_ALONG, OPEN } from '../clock-kinds.ts'
import { concernById, decisionsOn, putDown, waitForTurn } from '../decide/queries.ts'
import { concernToDecide, hearerOf, type Concern } from '../decide/service.ts'
import { minutesAfter, MINUTES_TO_OPEN } from '../due.ts'
import { mayDecide } from '../policy.ts'
import { namedAmong } from '../sealed/at-birth.ts'
import { insertReply } from '../send/queries.ts'
import { words } from '../words.ts'
import { othersAsParts } from './others.ts'
import * as rows from './queries.ts'

type Receiver = Awaited<ReturnType<typeof receiversFor>>[number]

/** The areas to whose team a concern can be passed on: those that another team receives. */
export const areasToPassTo = async (act: Act, concern: Concern): Promise<Receiver[]> =>
  (await receiversFor(act.tx, act.viewer.agencyId)).filter(
    area => area.receivingTeam !== concern.receivingTeam,
  )

/** Why a concern cannot be passed on, or null where it can. */
export async function whyNotPassedOn(act: Act, concern: Concern): Promise<string | null> {
  if (concern.sealed) return words.sealedStays
  const decisions = await decisionsOn(act.tx, concern.id)
  return decisions.some(decision => decision.state !== 'sent-back') ? words.decidedStays : null
}

/**
 * Passes a concern on to the team of another area, of this agency or another of the partnership. Its clocks go on: when it has to
 * be decided is counted from when it was sent, whoever decides. Its sender hears where it is.
 *
 * @throws Refusal where it is sealed, something is decided already, or the area is not one of those offered
 */
export async function passOn(
  act: Act,
  said: { concernId: ConcernId; area: AreaId; why: string },
): Promise<{ stillOurs: boolean }> {
  demand(mayDecide, act.viewer)
  await concernToDecide(act, said.concernId)
  await waitForTurn(act.tx, said.concernId)
  // Someone else may have passed it on while this waited.
  const concern = await concernToDecide(act, said.concernId)
  const not = await whyNotPassedOn(act, concern)
  if (not) throw new Refusal({ '': not }, 409)
  const to = (await areasToPassTo(act, concern)).find(area => area.id === said.area)
  if (!to) throw new Refusal({ area: words.chooseArea })
  const stillOurs = to.receivingAgency === act.viewer.agencyId
  const goesAlong = await additionsTo(act.tx, concern.id)
  const earlier = await rows.passingsOf(act.tx, concern.id)
  if (!stillOurs) {
    await openTo(act, concern, to.receivingAgency)
    for (const added of goesAlong) {
      const other = await concernById(act.tx, added.concernId)
      if (other) await openTo(act, other, to.receivingAgency)
    }
  }
  const toTeam = await passClocksOn(act, concern, to)
  await putDown(act.tx, { subject: concern.id, agency: act.viewer.agencyId, at: act.world.now() })
  const passing = await recordPassing(act, { concern, to, why: said.why })
  const records = [passing, ...earlier, ...goesAlong]
  if (!stillOurs)
    for (const one of records)
      await openRecord(act, one, { concernId: concern.id, agency: to.receivingAgency })
  // Whoever has no account hears that it was looked at, by whomever: not from which hands to which it goes.
  if (!concern.sentByReferrer)
    await insertReply(act, {
      concernId: concern.id,
      step: 'passed-on',
      outcomes: [],
      area: to.id,
      ...hearerOf(act, concern),
    })
  await act.record('concern.passed-on', concern.id, { area: to.id, team: to.receivingTeam })
  const moved = await rows.route(act.tx, concern.id, {
    areaId: to.id,
    receivingAgency: to.receivingAgency,
    receivingTeam: to.receivingTeam,
  })
  if (moved.numUpdatedRows !== 1n) throw fault('unexpected', 'a concern was not passed on')
  await tell(act, { kind: 'concern.passed-to-you', subject: concern.id, toTeam })
  if (concern.reachedNobody) await tell(act, { kind: 'concern.reached-nobody', subject: concern.id, toTeam })
  if (!stillOurs) await letGoOf(act, concern, { goesAlong, records })
  return { stillOurs }
}

/** Opens a concern to the agency that receives it from now on; those of its people who may be named on it stay outside. */
async function openTo(act: Act, concern: Concern, agency: AgencyId): Promise<void> {
  const outside = await namedAmong(act, agency, await othersAsParts(act.tx, concern.id))
  if (concern.ownerAgency !== act.viewer.agencyId) return openInTurn(act, concern.id, { agency, outside })
  const categories = categoriesOf(await templateOfVersion(act.tx, concern.templateVersion))
  const source = { kind: 'concern', id: concern.id } as const
  await grant(act, { kind: 'agency', id: agency }, { subject: concern.id, categories, source })
  if (outside.length > 0) await excludeNamed(act, concern.id, outside)
}

/** Something said of a concern that is a record of its own. */
interface OfAConcern {
  readonly id: SubjectId
  readonly ownerAgency: AgencyId
}

/** What this agency said of it itself is opened by it; what was opened to it, in turn. */
async function openRecord(
  act: Act,
  record: OfAConcern,
  to: { concernId: ConcernId; agency: AgencyId },
): Promise<void> {
  const { agency } = to
  if (record.ownerAgency !== act.viewer.agencyId) return openInTurn(act, record.id, { agency, outside: [] })
  const source = { kind: 'concern', id: to.concernId } as const
  await grant(act, { kind: 'agency', id: agency }, { subject: record.id, categories: ['concern'], source })
}

/** What was added to it stays with whoever decided on that; of the rest nothing stays that was only opened. */
async function letGoOf(
  act: Act,
  concern: Concern,
  what: { goesAlong: Awaited<ReturnType<typeof additionsTo>>; records: readonly OfAConcern[] },
): Promise<void> {
  for (const added of what.goesAlong) {
    const other = await concernById(act.tx, added.concernId)
    if (other && other.receivingAgency !== act.viewer.agencyId) await letGo(act, other.id)
  }
  for (const one of what.records) if (one.ownerAgency !== act.viewer.agencyId) await letGo(act, one.id)
  await letGo(act, concern.id)
}

/** The same dates, with whoever has it now. Parts that were with someone of their own are one again. */
async function passClocksOn(act: Act, concern: Concern, to: Receiver): Promise<TeamId> {
  const { agencyId } = act.viewer
  const running = await runningOn(act.tx, { subject: concern.id, agency: agencyId })
  await stopClocks(act, concern.id, [DECIDE_CHILD])
  const hour = concern.dangerNow ? await teamAtThisHour(act, to.id) : null
  const team = hour?.team ?? to.receivingTeam
  const owner = { ownerAgency: to.receivingAgency, team }
  const of = { subject: concern.id, category: 'concern' } as const
  if (to.receivingAgency === agencyId)
    await giveClocks(act, { subject: concern.id, kinds: GOING_ALONG }, { team: to.receivingTeam, user: null })
  else {
    for (const clock of running.filter(({ kind }) => (GOING_ALONG as readonly string[]).includes(kind))) {
      const { kind, urgent, startedAt, dueAt } = clock
      await startClock(act, { ...of, ...owner, kind, urgent, startedAt, dueAt })
    }
    await stopClocks(act, concern.id, GOING_ALONG)
  }
  if (!concern.dangerNow || running.some(clock => clock.kind === OPEN)) return team
  // Someone had taken it here; of those who have it now nobody has.
  const dueAt = minutesAfter(act.world.now(), MINUTES_TO_OPEN)
  await startClock(act, { ...of, ...owner, kind: OPEN, urgent: true, dueAt })
  return team
}

/** Whoever passed it on keeps that they did. */
async function recordPassing(
  act: Act,
  said: { concern: Concern; to: Receiver; why: string },
): Promise<OfAConcern> {
  const { concern, to } = said
  const id = act.world.uuid<ConcernPassingId>()
  await rows.insertPassing(act.tx, {
    id,
    ownerAgency: act.viewer.agencyId,
    concernId: concern.id,
    reference: concern.reference,
    fromArea: concern.areaId,
    fromTeam: concern.receivingTeam,
    toArea: to.id,
    toTeam: to.receivingTeam,
    why: said.why,
    passedBy: act.viewer.id,
    passedByName: act.viewer.name,
    passedAt: act.world.now(),
  })
  return { id, ownerAgency: act.viewer.agencyId }
}
