import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId, ConcernOtherId } from '#core/access/generated/tables.ts'
import { agencyName, reasonsToSee } from '#core/access/queries.ts'
import { sayReason } from '#core/access/words.ts'
import { sayAnswer, templateOfVersion, type Question } from '#features/standard/public.ts'
import { CRIME_CLOCK, crimesOn } from '../crime/queries.ts'
import { oversightOn } from '../oversight/queries.ts'
import { FURTHER, furtherOn } from '../referrers/queries.ts'
import { words } from '../words.ts'
import { handOversOn } from '../hand-over/queries.ts'
import { holdsIt } from '../sealed/holding.ts'
import { areaNames } from '#features/administration/public.ts'
import { outcomeLabels } from '../status/queries.ts'
import type { ConcernView, Said } from './concern-page.tsx'
import * as rows from './queries.ts'
import { sealedTo } from '#core/access/named-people.sql.ts'
import { fault } from '#platform/errors/fault.ts'
import { allegationsOn } from '../sealed/queries.ts'

/** Whoever was under 18 at the time and may have harmed is a child who may have caused harm, and no possible offender (practice A5). */
const UNDER_18 = 'under-eighteen'
/** What tells who raised it, where their name is kept from the family. */
const TELLING_WHO = ['you-know-child', 'ring-back', 'keep-name-why']
const HARMING = ['may-have-harmed', 'both']

/** A concern that this viewer's agency decides on, or a sealed one that they hold. Anyone else's is not there. */
export async function concernToRead(act: Act, concernId: ConcernId) {
  const concern = await rows.concernById(act.tx, concernId)
  const theirs = concern?.sealed
    ? await holdsIt(act, concernId)
    : concern?.receivingAgency === act.viewer.agencyId
  if (!concern || !theirs) throw fault('not-found')
  return concern
}

const dueOf = async (act: Act, concernId: ConcernId, kind: string): Promise<Date | null> =>
  (await rows.runningClock(act.tx, concernId, { agency: act.viewer.agencyId, kind }))?.dueAt ?? null

/** Everything that is read on one concern, in words. */
export async function viewConcern(act: Act, concernId: ConcernId): Promise<ConcernView> {
  const concern = await concernToRead(act, concernId)
  const template = await templateOfVersion(act.tx, concern.templateVersion)
  const areas = await areaNames(act.tx)
  const labels = await outcomeLabels(act.tx)
  const answers = await rows.answersOn(act.tx, concernId)
  const decisions = await rows.decisionsOn(act.tx, concernId)
  const links = await rows.recordsLinked(act.tx, concernId)
  const pickUp = await rows.pickUpOf(act.tx, concernId, act.viewer.agencyId)
  const say = (of: ConcernChildId | ConcernOtherId | null): Said[] =>
    template.questions.flatMap((question: Question) => {
      const answer = answers.find(
        one => one.question === question.id && (one.concernChildId ?? one.concernOtherId) === of,
      )
      if (!answer) return []
      const tells = concern.keepName && TELLING_WHO.includes(question.id)
      return [{ label: question.label.en, said: sayAnswer(question, answer, areas), tells }]
    })
  const children = (await rows.childrenOn(act.tx, concernId)).map(child => {
    const decision = decisions.find(one => one.concernChildId === child.id)
    return {
      id: child.id,
      called: child.called,
      answers: say(child.id),
      personRecordId: links.find(link => link.concernChildId === child.id)?.subject ?? null,
      decision: decision
        ? {
            outcomes: decision.outcomes.map(code => labels.get(code) ?? code).join('; '),
            reasons: decision.reasons,
            by: decision.decidedByName,
            at: decision.decidedAt,
            state: decision.state,
            agreedBy: decision.agreedByName,
            note: decision.agreementNote,
          }
        : null,
    }
  })
  const says = (of: ConcernOtherId, question: string, value: string): boolean =>
    answers.some(one => one.concernOtherId === of && one.question === question && one.value === value)
  const others = (await rows.othersOn(act.tx, concernId)).map(other => ({
    ...other,
    answers: say(other.id),
    mayHaveHarmed:
      says(other.id, 'person-age', UNDER_18) && HARMING.some(part => says(other.id, 'person-part', part)),
  }))
  const groups = template.repeats.flatMap(repeat => {
    const people = others.filter(other => other.each === repeat.id)
    const title = template.steps.find(step => step.id === repeat.step)?.title.en ?? ''
    return people.length > 0 ? [{ title, people }] : []
  })
  const why = await reasonsToSee(act.tx, {
    ownerAgency: concern.ownerAgency,
    category: 'concern',
    subject: concern.id,
  })
  return {
    id: concern.id,
    reference: concern.reference,
    dangerNow: concern.dangerNow,
    spokenTo: concern.spokenTo,
    reachedNobody: concern.reachedNobody,
    keepName: concern.keepName,
    recordedAs: template.faces.find(face => face.id === concern.face)?.title.en ?? null,
    sentBy:
      concern.sentFrom === null
        ? `${concern.sentByName}, ${concern.sentByRole}, ${await agencyName(act.tx, concern.ownerAgency)}`
        : `${concern.sentByName}, ${words.withoutAccount(concern.sentByRole)}, ${concern.sentFrom}`,
    further: await furtherOn(act.tx, concern.id),
    furtherDue: await dueOf(act, concernId, FURTHER),
    sentAt: concern.sentAt,
    dueAt: await dueOf(act, concernId, 'concern.decide'),
    taken: pickUp ? { by: pickUp.takenByName, at: pickUp.takenAt } : null,
    answers: say(null),
    children,
    groups,
    decidedHere: concern.receivingAgency === act.viewer.agencyId,
    oversight: await oversightOn(act.tx, concern.id),
    hands: await handOversOn(act.tx, concern.id),
    crime: { dueAt: await dueOf(act, concernId, CRIME_CLOCK), said: await crimesOn(act.tx, concernId) },
    sealed: concern.sealed
      ? { to: (await sealedTo(act, concern.id)) ?? 0, done: await allegationsOn(act.tx, concern.id) }
      : null,
    why: why.map(sayReason),
  }
}
