import type { Act } from '#core/access/act.ts'
import type {
  ConcernId,
  DisagreementAnswerId,
  DisagreementId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import { grant } from '#core/access/grants.ts'
import { excludeNamed, outsideOf, thoseOf } from '#core/access/named-people.sql.ts'
import { demand } from '#core/access/policy.ts'
import { meetClocks, startClock } from '#core/clocks/clocks.ts'
import { runningOn } from '#core/clocks/queries.ts'
import { tell } from '#core/notices/notices.ts'
import { ladderFor, nationOfArea } from '#features/administration/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { ADDED } from '../add/service.ts'
import { DECIDE } from '../clock-kinds.ts'
import { concernById, decisionsOn, pickUpOf, waitForTurn } from '../decide/queries.ts'
import { say, type Concern } from '../decide/service.ts'
import { decisionDue } from '../due.ts'
import { mayDecide, mayRecord, maySupervise } from '../policy.ts'
import { ownConcern } from '../status/own-concern.ts'
import { words } from '../words.ts'
import * as rows from './queries.ts'
import { openStep, stepsReached, type Outcome, type Reached } from './standing.ts'

export interface Disagreement {
  readonly concernId: ConcernId
  readonly about: 'decision' | 'no-decision' | 'handling'
  readonly says: string
}

/**
 * Someone of the agency that raised a concern says that they disagree. Whoever decides has to answer, step by step, each with its
 * clock. Nothing that is done for the child waits for it.
 *
 * @throws Refusal where it is sealed, or one is open already
 */
export async function disagree(act: Act, said: Disagreement): Promise<DisagreementId> {
  demand(mayRecord, act.viewer)
  await ownConcern(act, said.concernId)
  await waitForTurn(act.tx, said.concernId)
  const concern = await concernById(act.tx, said.concernId)
  if (!concern) throw fault('not-found')
  if (concern.sealed) throw new Refusal({ '': words.sealedDisagreement })
  const open = (await withSteps(act, await rows.disagreementsOn(act.tx, concern.id))).some(one => one.open)
  if (open) throw new Refusal({ says: words.disagreesAlready }, 409)
  const now = act.world.now()
  const steps = (await ladderFor(act.tx, concern.areaId)).map(({ position, who, answers, workingDays }) => ({
    position,
    who,
    answers,
    workingDays,
  }))
  const raised = {
    id: act.world.uuid<DisagreementId>(),
    nation: await nationOfArea(act.tx, concern.areaId),
    steps,
    raisedAt: now,
  }
  const [first] = stepsReached(raised, [], now)
  if (!first) throw fault('unexpected', 'a disagreement has no step to go to')
  await rows.insertDisagreement(act.tx, {
    ...raised,
    ownerAgency: act.viewer.agencyId,
    concernId: concern.id,
    reference: concern.reference,
    toAgency: concern.receivingAgency,
    toTeam: concern.receivingTeam,
    about: said.about,
    says: said.says,
    raisedBy: act.viewer.id,
    raisedByName: act.viewer.name,
  })
  await openToReceiver(act, concern, raised.id)
  await startStep(
    act,
    { id: raised.id, toAgency: concern.receivingAgency, toTeam: concern.receivingTeam },
    first,
  )
  await tell(act, { kind: 'concern.disagreed', subject: raised.id, toTeam: concern.receivingTeam })
  await act.record('concern.disagreed', concern.id, { disagreement: raised.id, about: said.about })
  return raised.id
}

/** To the agency that decides, but for those of it who are outside the concern. */
async function openToReceiver(act: Act, concern: Concern, id: DisagreementId): Promise<void> {
  const agency = concern.receivingAgency
  const readers = new Set<UserAccountId>()
  for (const deed of ['decide-concern', 'supervise'])
    for (const { userId } of await thoseOf(act, agency, deed)) readers.add(userId)
  const outside = await outsideOf(act, concern.id, [...readers])
  if (outside.length > 0) await excludeNamed(act, id, outside)
  if (agency === act.viewer.agencyId) return
  const source = { kind: 'concern', id: concern.id } as const
  await grant(act, { kind: 'agency', id: agency }, { subject: id, categories: ['concern'], source })
}

const startStep = (act: Act, of: Pick<Raised, 'id' | 'toAgency' | 'toTeam'>, step: Reached): Promise<void> =>
  startClock(act, {
    kind: step.answers === 'supervise' ? rows.WENT_UP : rows.DISAGREED,
    subject: of.id,
    category: 'concern',
    ownerAgency: of.toAgency,
    team: of.toTeam,
    urgent: false,
    startedAt: step.from,
    dueAt: step.dueAt,
  })

type Raised = NonNullable<Awaited<ReturnType<typeof rows.disagreementById>>>
type Answer = Awaited<ReturnType<typeof rows.answersTo>>[number]
export type Standing = Raised & { reached: Reached<Answer>[]; open: Reached<Answer> | null }

/** Disagreements with the steps that each has reached by now. */
export async function withSteps(act: Act, raised: readonly Raised[]): Promise<Standing[]> {
  const answers = await rows.answersTo(
    act.tx,
    raised.map(one => one.id),
  )
  const now = act.world.now()
  return raised.map(one => {
    const reached = stepsReached(
      one,
      answers.filter(answer => answer.disagreementId === one.id),
      now,
    )
    return { ...one, reached, open: openStep(reached) }
  })
}

/** One that this viewer's agency has to answer. Anyone else's is not there. */
export async function disagreementToAnswer(act: Act, id: DisagreementId): Promise<Standing> {
  const raised = await rows.disagreementById(act.tx, id)
  if (!raised || raised.toAgency !== act.viewer.agencyId) throw fault('not-found')
  const [standing] = await withSteps(act, [raised])
  if (!standing) throw fault('not-found')
  return standing
}

/** Whether what is decided can be looked at again by an answer: some of it is theirs, and stands. */
export async function canBeLookedAtAgain(act: Act, standing: Standing): Promise<boolean> {
  const concern = await concernById(act.tx, standing.concernId)
  if (concern?.receivingAgency !== act.viewer.agencyId) return false
  return (await madeOn(act, concern.id)).length > 0
}

const madeOn = async (act: Act, concernId: ConcernId) =>
  (await decisionsOn(act.tx, concernId)).filter(
    one => one.state === 'made' && one.ownerAgency === act.viewer.agencyId && !one.outcomes.includes(ADDED),
  )

/**
 * Answers the step that a disagreement has reached: it is agreed, what was decided is looked at again, it goes up, or at the last
 * step it stays as it is. Whoever raised it is told.
 */
export async function answer(
  act: Act,
  said: { id: DisagreementId; outcome: Outcome; says: string },
): Promise<void> {
  demand(mayDecide, act.viewer)
  const { concernId } = await disagreementToAnswer(act, said.id)
  await waitForTurn(act.tx, concernId)
  const standing = await disagreementToAnswer(act, said.id)
  const step = standing.open
  if (!step) throw new Refusal({ says: words.disagreementEnded }, 409)
  if (step.answers === 'supervise') demand(maySupervise, act.viewer)
  if (said.outcome === (step.last ? 'goes-up' : 'stands')) throw new Refusal({ outcome: words.chooseAnswer })
  if (said.outcome === 'looked-at-again') await lookAgain(act, standing, said.says)
  const now = act.world.now()
  const id = act.world.uuid<DisagreementAnswerId>()
  await rows.insertAnswer(act.tx, {
    id,
    ownerAgency: act.viewer.agencyId,
    disagreementId: said.id,
    position: step.position,
    outcome: said.outcome,
    says: said.says,
    answeredBy: act.viewer.id,
    answeredByName: act.viewer.name,
    answeredAt: now,
  })
  if (standing.ownerAgency !== act.viewer.agencyId) {
    const source = { kind: 'reply', id: concernId } as const
    await grant(
      act,
      { kind: 'agency', id: standing.ownerAgency },
      { subject: id, categories: ['concern'], source },
    )
  }
  await meetClocks(act, said.id, [rows.DISAGREED, rows.WENT_UP])
  const after = await disagreementToAnswer(act, said.id)
  if (after.open) await startStep(act, after, after.open)
  await tell(act, { kind: 'concern.disagreement-answered', subject: said.id, toUser: standing.raisedBy })
  await act.record('concern.disagreement-answered', standing.concernId, {
    disagreement: said.id,
    step: step.position,
    outcome: said.outcome,
  })
}

/** What this agency decided is open again, due as if it were sent now, with whoever had it; its sender hears that. */
async function lookAgain(act: Act, standing: Standing, why: string): Promise<void> {
  if (!(await canBeLookedAtAgain(act, standing))) throw new Refusal({ outcome: words.nothingDecided })
  const concern = await concernById(act.tx, standing.concernId)
  if (!concern) throw fault('not-found')
  const { id: concernId, dangerNow } = concern
  const now = act.world.now()
  await rows.reopenDecisions(act.tx, {
    concernId,
    agency: act.viewer.agencyId,
    children: (await madeOn(act, concernId)).map(one => one.concernChildId),
    note: why,
    by: act.viewer,
    at: now,
  })
  const has = await pickUpOf(act.tx, concernId, act.viewer.agencyId)
  const running = await runningOn(act.tx, { subject: concernId, agency: act.viewer.agencyId })
  if (!running.some(clock => clock.kind === DECIDE))
    await startClock(act, {
      kind: DECIDE,
      subject: concernId,
      category: 'concern',
      ownerAgency: act.viewer.agencyId,
      team: concern.receivingTeam,
      ...(has ? { user: has.takenBy } : {}),
      urgent: dangerNow,
      dueAt: decisionDue(now, { dangerNow, nation: standing.nation }),
    })
  await say(act, concern, { step: 'looked-at-again', outcomes: [] })
  if (has && has.takenBy !== act.viewer.id)
    await tell(act, { kind: 'concern.look-again', subject: concernId, toUser: has.takenBy })
}
