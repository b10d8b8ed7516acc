import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId, ConcernOtherId } from '#core/access/generated/tables.ts'
import { agencyName, reasonsToSee } from '#core/access/queries.ts'
import { sayReason } from '#core/access/words.ts'
import { sayAnswer, templateOfVersion, type Question } from '#features/standard/public.ts'
import { CRIME, DECIDE } from '../clock-kinds.ts'
import { crimesOn } from '../crime/queries.ts'
import { oversightOn } from '../oversight/queries.ts'
import { additionsOf, additionsTo } from '../add/queries.ts'
import { disagreementsOn } from '../disagree/queries.ts'
import { withSteps } from '../disagree/service.ts'
import { FURTHER, furtherOn } from '../referrers/queries.ts'
import { words } from '../words.ts'
import { handOversOn } from '../hand-over/queries.ts'
import { partingsOn } from '../part/queries.ts'
import { passingsOf } from '../pass-on/queries.ts'
import { shiftsOn } from '../shift/queries.ts'
import { namesOfOwners, splitsOn } from '../split/queries.ts'
import { partsOf } from './service.ts'
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

/**
 * A concern that this viewer's agency decides on, or that was added to one which it decides on, or a sealed one that they hold.
 * Anyone else's is not there.
 */
export async function concernToRead(act: Act, concernId: ConcernId) {
  const concern = await rows.concernById(act.tx, concernId)
  const theirs = concern?.sealed
    ? await holdsIt(act, concernId)
    : concern?.receivingAgency === act.viewer.agencyId || (await wasAddedHere(act, concernId))
  if (!concern || !theirs) throw fault('not-found')
  return concern
}

async function wasAddedHere(act: Act, concernId: ConcernId): Promise<boolean> {
  for (const { toConcern } of await additionsOf(act.tx, concernId))
    if ((await rows.concernById(act.tx, toConcern))?.receivingAgency === act.viewer.agencyId) return true
  return false
}

/** What was added to this concern, and to what its children were added, as far as the viewer may open it. */
async function additionsOn(act: Act, concernId: ConcernId) {
  const [to, from] = [await additionsOf(act.tx, concernId), await additionsTo(act.tx, concernId)]
  const opened = new Map<ConcernId, { mine: boolean; danger: boolean }>()
  for (const id of new Set([...to.map(one => one.toConcern), ...from.map(one => one.concernId)])) {
    const other = await rows.concernById(act.tx, id)
    if (other)
      opened.set(id, {
        mine: other.receivingAgency === act.viewer.agencyId,
        danger: other.dangerNow,
      })
  }
  return {
    toOf: (childId: ConcernChildId) => {
      const one = to.find(addition => addition.concernChildId === childId)
      return one
        ? {
            concernId: one.toConcern,
            reference: one.toReference,
            byName: one.addedByName,
            at: one.addedAt,
            opens: opened.get(one.toConcern)?.mine ?? false,
          }
        : null
    },
    fromOf: (childId: ConcernChildId) =>
      from
        .filter(addition => addition.toChild === childId && opened.has(addition.concernId))
        .map(one => ({
          concernId: one.concernId,
          reference: one.reference,
          byName: one.addedByName,
          at: one.addedAt,
          danger: opened.get(one.concernId)?.danger ?? false,
        })),
  }
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
  const parts = await partsOf(act, concernId)
  const owners = await namesOfOwners(act.tx, parts)
  const additions = await additionsOn(act, concernId)
  const say = (of: ConcernChildId | ConcernOtherId | null): Said[] =>
    template.questions.flatMap((question: Question) => {
      const answer = answers.find(
        one => one.question === question.id && (one.concernChildId ?? one.concernOtherId) === of,
      )
      if (!answer) return []
      const tells = concern.keepName && TELLING_WHO.includes(question.id)
      return [{ label: question.label.en, said: sayAnswer(question, answer, areas), tells }]
    })
  const partings = await partingsOn(act.tx, concernId)
  const children = (await rows.childrenOn(act.tx, concernId)).map(child => {
    const decision = decisions.find(one => one.concernChildId === child.id)
    const part = parts.find(one => one.part === child.id)
    const owner = part?.userId ?? part?.teamId
    return {
      part: part && owner ? { with: owners.get(owner) ?? '', dueAt: part.dueAt } : null,
      partings: partings.filter(one => one.concernChildId === child.id),
      addedTo: additions.toOf(child.id),
      added: additions.fromOf(child.id),
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
    mustNotBeTold: says(other.id, 'adult-safe-to-tell', 'not-told'),
    mayHaveHarmed:
      says(other.id, 'person-age', UNDER_18) && HARMING.some(part => says(other.id, 'person-part', part)),
  }))
  const groups = template.repeats.flatMap(repeat => {
    const people = others.filter(other => other.each === repeat.id)
    const title = template.steps.find(step => step.id === repeat.step)?.title.en ?? ''
    return people.length > 0 ? [{ title, around: repeat.id === 'adult', people }] : []
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
    dueAt: await dueOf(act, concernId, DECIDE),
    taken: pickUp ? { by: pickUp.takenByName, at: pickUp.takenAt } : null,
    answers: say(null),
    children,
    groups,
    decidedHere: concern.receivingAgency === act.viewer.agencyId,
    oversight: await oversightOn(act.tx, concern.id),
    hands: await handOversOn(act.tx, concern.id),
    passings: await passingsOf(act.tx, concern.id),
    disagreements: await withSteps(act, await disagreementsOn(act.tx, concern.id)),
    shifts: await shiftsOn(act.tx, concern.id),
    splits: (await splitsOn(act.tx, concern.id)).map(one => ({
      ...one,
      called: children.find(child => child.id === one.concernChildId)?.called ?? '',
    })),
    crime: { dueAt: await dueOf(act, concernId, CRIME), said: await crimesOn(act.tx, concernId) },
    sealed: concern.sealed
      ? { to: (await sealedTo(act, concern.id)) ?? 0, done: await allegationsOn(act.tx, concern.id) }
      : null,
    why: why.map(sayReason),
  }
}
