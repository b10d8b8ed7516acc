import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId } from '#core/access/generated/tables.ts'
import type { Grantee } from '#core/access/grants.ts'
import { demand } from '#core/access/policy.ts'
import { giveClocks, meetClocks, meetPart, startClock, takeClocks } from '#core/clocks/clocks.ts'
import { runningOn } from '#core/clocks/queries.ts'
import { nationOfArea } from '#features/administration/public.ts'
import { noticesSign, templateOfVersion } from '#features/standard/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { additionsTo } from '../add/queries.ts'
import { AGREE, DECIDE, DECIDE_CHILD, OPEN } from '../clock-kinds.ts'
import { decisionDue } from '../due.ts'
import { agreesTo, mayDecide } from '../policy.ts'
import { holdsIt, otherHolders } from '../sealed/holding.ts'
import { tellReferrer } from '../referrers/told.ts'
import { insertReply } from '../send/queries.ts'
import { outcomeLabels } from '../status/queries.ts'
import { words } from '../words.ts'
import * as rows from './queries.ts'

/** A concern that is this viewer's agency's to decide. Anyone else's is not there. */
export async function concernToDecide(act: Act, concernId: ConcernId) {
  const concern = await rows.concernById(act.tx, concernId)
  if (!concern || concern.receivingAgency !== act.viewer.agencyId) throw fault('not-found')
  if (concern.sealed && !(await holdsIt(act, concernId))) throw fault('not-found')
  return concern
}

/** Takes a concern from the queue: from now on it has a named person, and the sender hears that. */
export async function takeConcern(act: Act, concernId: ConcernId): Promise<void> {
  demand(mayDecide, act.viewer)
  const concern = await concernToDecide(act, concernId)
  await rows.waitForTurn(act.tx, concernId)
  if (await isDecided(act, concern)) throw new Refusal({ take: words.takenWhenDecided }, 409)
  if (!(await pickUp(act, concern))) {
    const first = await rows.pickUpOf(act.tx, concernId, act.viewer.agencyId)
    throw new Refusal(
      { take: words.alreadyTaken(first?.takenByName ?? '', first ? sayMoment(first.takenAt) : '') },
      409,
    )
  }
}

/** @returns whether this was the first to take it */
async function pickUp(act: Act, concern: Concern): Promise<boolean> {
  const taken = await rows.insertPickUp(act.tx, {
    id: act.world.uuid(),
    ownerAgency: act.viewer.agencyId,
    subject: concern.id,
    takenBy: act.viewer.id,
    takenByName: act.viewer.name,
    takenAt: act.world.now(),
  })
  if (!taken) return false
  await meetClocks(act, concern.id, [OPEN])
  await takeClocks(act, concern.id, [DECIDE])
  await say(act, concern, { step: 'picked-up', outcomes: [] })
  await act.record('concern.taken', concern.id)
  return true
}

export interface ChildDecision {
  readonly concernId: ConcernId
  readonly concernChildId: ConcernChildId
  readonly outcomes: readonly string[]
  readonly reasons: string
}

/**
 * Decides on one child, with reasons; several outcomes may stand together. Ending it where signs are present
 * waits for a supervisor's agreement.
 *
 * @throws Refusal when someone else has decided already; what was written comes back to its writer
 */
export async function decideOnChild(act: Act, decision: ChildDecision): Promise<void> {
  demand(mayDecide, act.viewer)
  const concern = await concernToDecide(act, decision.concernId)
  await rows.waitForTurn(act.tx, concern.id)
  const children = await rows.childrenOn(act.tx, concern.id)
  if (!children.some(child => child.id === decision.concernChildId)) throw fault('not-found')
  const now = act.world.now()
  const nation = await nationOfArea(act.tx, concern.areaId)
  const offered = await rows.outcomesOn(act.tx, nation, londonDay(now))
  const chosen = offered.filter(outcome => decision.outcomes.includes(outcome.code))
  if (chosen.length !== decision.outcomes.length) throw new Refusal({ outcomes: words.chooseOutcome })
  const ends = chosen.some(outcome => outcome.noFurtherAction)
  if (ends && chosen.some(outcome => !outcome.noFurtherAction))
    throw new Refusal({ outcomes: words.endingAlone })
  const [second] = concern.sealed ? await otherHolders(act, concern.id) : []
  // Of a sealed concern that one person holds nobody else may know: they end it alone, and the ledger says so.
  const alone = concern.sealed && !second
  const waits = ends && !alone && (await needsSecond(act, concern))
  const written = await rows.writeDecision(act.tx, {
    id: act.world.uuid(),
    ownerAgency: act.viewer.agencyId,
    subject: concern.id,
    concernChildId: decision.concernChildId,
    outcomes: chosen.map(outcome => outcome.code),
    reasons: decision.reasons,
    state: waits ? 'awaiting-agreement' : 'made',
    decidedBy: act.viewer.id,
    decidedByName: act.viewer.name,
    decidedAt: now,
  })
  if (!written) throw await alreadyDecided(act, decision)
  await haveInHand(act, concern, decision.concernChildId)
  await act.record('concern.decided', concern.id, {
    child: decision.concernChildId,
    outcomes: decision.outcomes,
    waits,
    ...(ends && alone ? { alone } : {}),
  })
  if (waits) {
    await startClock(act, {
      kind: AGREE,
      subject: concern.id,
      category: 'concern',
      ownerAgency: act.viewer.agencyId,
      ...(second ? { user: second } : { team: concern.receivingTeam }),
      urgent: concern.dangerNow,
      dueAt: decisionDue(now, { dangerNow: concern.dangerNow, nation }),
    })
  }
  await closeWhenDecided(act, concern)
}

/** A supervisor agrees to an ending, or sends it back with a note to be decided again. */
export async function answerEnding(
  act: Act,
  answer: { concernId: ConcernId; concernChildId: ConcernChildId; agree: boolean; note: string | null },
): Promise<void> {
  const concern = await concernToDecide(act, answer.concernId)
  demand(agreesTo(concern), act.viewer)
  await rows.waitForTurn(act.tx, concern.id)
  const decisions = await rows.decisionsOn(act.tx, concern.id)
  const decision = decisions.find(one => one.concernChildId === answer.concernChildId)
  if (!decision || decision.ownerAgency !== act.viewer.agencyId) throw fault('not-found')
  if (decision.decidedBy === act.viewer.id) throw new Refusal({ agree: words.ownDecision })
  if (!answer.agree && !answer.note) throw new Refusal({ note: words.sendBackWhy })
  const settled = await rows.setAgreement(act.tx, decision.id, {
    state: answer.agree ? 'made' : 'sent-back',
    agreedBy: act.viewer.id,
    agreedByName: act.viewer.name,
    agreedAt: act.world.now(),
    agreementNote: answer.note,
  })
  if (!settled) {
    const first = decision.agreedAt ? sayMoment(decision.agreedAt) : ''
    throw new Refusal({ agree: words.alreadyAnswered(decision.agreedByName ?? '', first) }, 409)
  }
  await act.record(answer.agree ? 'concern.ending-agreed' : 'concern.ending-sent-back', concern.id, {
    child: answer.concernChildId,
  })
  const waiting = decisions.filter(one => one.state === 'awaiting-agreement' && one.id !== decision.id)
  if (waiting.length === 0) await meetClocks(act, concern.id, [AGREE])
  await closeWhenDecided(act, concern)
}

export type Concern = NonNullable<Awaited<ReturnType<typeof rows.concernById>>>

/** Says a step to whoever raised it. Someone without an account hears what their kind hears, and that a message waits. */
export async function say(
  act: Act,
  concern: Concern,
  what: { step: 'picked-up' | 'decided' | 'looked-at-again'; outcomes: readonly string[] },
): Promise<void> {
  if (concern.sentByReferrer && !(await tellReferrer(act, concern, what.step))) return
  await insertReply(act, { concernId: concern.id, ...what, ...hearerOf(act, concern) })
}

/** Who hears: the agency that raised it, or of a sealed concern the person who did; without an account always the person. */
export function hearerOf(act: Act, concern: Concern): { to?: Grantee; only?: Grantee } {
  const person: Grantee | null = concern.sentByReferrer
    ? { kind: 'referrer', id: concern.sentByReferrer }
    : concern.sentBy && { kind: 'user', id: concern.sentBy }
  if (concern.sealed && person) return { only: person }
  if (person?.kind === 'referrer') return { to: person }
  return concern.ownerAgency === act.viewer.agencyId
    ? {}
    : { to: { kind: 'agency', id: concern.ownerAgency } }
}

/** The running clocks of the children whose part is with someone of their own. */
export async function partsOf(act: Act, concernId: ConcernId) {
  const clocks = await runningOn(act.tx, { subject: concernId, agency: act.viewer.agencyId })
  return clocks.filter(clock => clock.kind === DECIDE_CHILD)
}

/** Whoever decides on a child has in hand what it is part of: the sender hears both steps, in their order. */
export async function haveInHand(act: Act, concern: Concern, childId: ConcernChildId): Promise<void> {
  const part = (await partsOf(act, concern.id)).find(clock => clock.part === childId)
  if (!part) await pickUp(act, concern)
  else if (part.userId === null)
    await giveClocks(
      act,
      { subject: concern.id, kinds: [DECIDE_CHILD], part: childId },
      { team: part.teamId ?? concern.receivingTeam, user: act.viewer.id },
    )
}

/** What is decided is no longer due; once every child is, the sender hears the outcome words. */
export async function closeWhenDecided(act: Act, concern: Concern): Promise<void> {
  const decisions = await rows.decisionsOn(act.tx, concern.id)
  const made = decisions.filter(decision => decision.state === 'made')
  const decided = new Set<string>(made.map(decision => decision.concernChildId))
  const apart = new Set<string>()
  for (const { part } of await partsOf(act, concern.id)) {
    if (part === null) continue
    apart.add(part)
    if (decided.has(part)) await meetPart(act, { subject: concern.id, kind: DECIDE_CHILD, part })
  }
  const open = (await rows.childrenOn(act.tx, concern.id)).filter(child => !decided.has(child.id))
  if (open.every(child => apart.has(child.id))) await meetClocks(act, concern.id, [DECIDE, OPEN])
  if (open.length > 0) return
  await say(act, concern, {
    step: 'decided',
    outcomes: [...new Set(made.flatMap(decision => decision.outcomes))],
  })
}

export async function isDecided(act: Act, concern: Concern): Promise<boolean> {
  const children = await rows.childrenOn(act.tx, concern.id)
  const made = (await rows.decisionsOn(act.tx, concern.id)).filter(decision => decision.state === 'made')
  return made.length >= children.length
}

/** Whether an ending needs a second person: of this concern, or of one that was added to it. */
async function needsSecond(act: Act, concern: Concern): Promise<boolean> {
  const all = [concern]
  for (const { concernId } of await additionsTo(act.tx, concern.id)) {
    const added = await rows.concernById(act.tx, concernId)
    if (added) all.push(added)
  }
  for (const one of all) if (one.dangerNow || (await signsOn(act, one))) return true
  return false
}

/** Whether the person who raised it noticed any sign; of concerns from before it is read in their answers. */
async function signsOn(act: Act, concern: Concern): Promise<boolean> {
  if (concern.signs !== null) return concern.signs
  const template = await templateOfVersion(act.tx, concern.templateVersion)
  const asked = new Map(template.questions.map(question => [question.id, question]))
  const answers = await rows.answersOn(act.tx, concern.id)
  return answers.some(answer => {
    const question = asked.get(answer.question)
    return question !== undefined && noticesSign(question, answer.value)
  })
}

/** What refuses whoever decides on a child of whom someone has decided already, or null. */
export async function standingDecision(
  act: Act,
  of: { concernId: ConcernId; concernChildId: ConcernChildId },
  field = 'outcomes',
): Promise<Refusal | null> {
  const stands = (await rows.decisionsOn(act.tx, of.concernId)).some(
    one => one.concernChildId === of.concernChildId && one.state !== 'sent-back',
  )
  return stands ? alreadyDecided(act, of, field) : null
}

async function alreadyDecided(
  act: Act,
  of: { concernId: ConcernId; concernChildId: ConcernChildId },
  field = 'outcomes',
): Promise<Refusal> {
  const first = (await rows.decisionsOn(act.tx, of.concernId)).find(
    one => one.concernChildId === of.concernChildId,
  )
  if (!first) return new Refusal({ [field]: words.chooseOutcome }, 409)
  const labels = await outcomeLabels(act.tx)
  const said = first.outcomes.map(code => labels.get(code) ?? code)
  return new Refusal(
    { [field]: words.alreadyDecided(first.decidedByName, sayMoment(first.decidedAt), said.join(', ')) },
    409,
  )
}
