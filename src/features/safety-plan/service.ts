import type { Act } from '#core/access/act.ts'
import type { PersonRecordId, SafetyPlanId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { meetClocks, startClock } from '#core/clocks/clocks.ts'
import { personToChange } from '#features/people/public.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { daysAfter, londonDay, londonMoment } from '#vocabulary/dates/london.ts'
import { readDay, type PlainDate } from '#vocabulary/dates/plain-date.ts'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { mayKeepPlans } from './policy.ts'
import { insertPlan, plansOf, updatePlan } from './queries.ts'
import { PARTS, type PartName } from './questions.ts'
import type { PlanTyped } from './schemas.ts'
import { words } from './words.ts'

export const REVIEW = 'safety-plan.review'

/** A plan that nobody looks at for longer says little of a child's life now. */
const REVIEW_WITHIN_DAYS = 92

/**
 * Writes the plan that stands from now on; those before it are kept. Its review is whoever's who wrote it, and is raised to
 * their supervisors when it is late.
 *
 * @throws Refusal naming what is missing or wrong, or 409 where someone else has written a plan since the form was opened
 */
export async function writePlan(act: Act, personId: PersonRecordId, typed: PlanTyped): Promise<void> {
  demand(mayKeepPlans, act.viewer)
  const person = await personToChange(act, personId)
  const [newest] = await plansOf(act.tx, person.id)
  if ((newest?.id ?? '') !== typed.version)
    throw new Refusal(
      {
        version: newest
          ? words.meanwhile(newest.writtenByName, sayMoment(newest.writtenAt))
          : words.openAgain,
      },
      409,
    )
  const errors: Record<string, string> = {}
  const says = partsOf(typed, errors)
  const now = act.world.now()
  const reviewOn = readReview(typed, londonDay(now), errors)
  if (!typed.ringTonight) errors['ringTonight'] = words.ringTonight
  if (Object.keys(errors).length > 0 || !reviewOn) throw new Refusal(errors)
  const id = act.world.uuid<SafetyPlanId>()
  await insertPlan(act.tx, {
    id,
    ownerAgency: act.viewer.agencyId,
    category: 'welfare',
    subject: person.id,
    since: now,
    ...says,
    ringTonight: typed.ringTonight,
    reviewOn,
    writtenBy: act.viewer.id,
    writtenByName: act.viewer.name,
    writtenAt: now,
  })
  await meetClocks(act, person.id, [REVIEW])
  await startClock(act, {
    kind: REVIEW,
    subject: person.id,
    category: 'welfare',
    ownerAgency: act.viewer.agencyId,
    user: act.viewer.id,
    urgent: false,
    dueAt: londonMoment(reviewOn, '23:59'),
  })
  await act.record('safety-plan.written', person.id, { plan: id })
}

/** The plan no longer stands, and nothing is to be reviewed. It stays readable. */
export async function endPlan(act: Act, personId: PersonRecordId, why: string): Promise<void> {
  demand(mayKeepPlans, act.viewer)
  const person = await personToChange(act, personId)
  const [newest] = await plansOf(act.tx, person.id)
  if (!newest || newest.endedAt) throw new Refusal({ why: words.nothingToEnd }, 409)
  await updatePlan(act.tx, newest.id, {
    endedBy: act.viewer.id,
    endedByName: act.viewer.name,
    endedAt: act.world.now(),
    endedWhy: why,
  })
  await meetClocks(act, person.id, [REVIEW])
  await act.record('safety-plan.ended', person.id, { plan: newest.id })
}

type Says = Pick<Parameters<typeof insertPlan>[1], PartName | `${PartName}Absence`>

/** Each part as it was said, or why it was not. */
function partsOf(typed: PlanTyped, errors: Record<string, string>): Says {
  for (const { name, label } of PARTS) {
    const [said, why] = [typed[name], typed[`${name}-absence`]]
    if (said && why) errors[name] = words.notBoth
    if (!said && !why) errors[name] = words.givePart(label)
  }
  return {
    riskier: typed.riskier || null,
    riskierAbsence: typed['riskier-absence'] || null,
    signs: typed.signs || null,
    signsAbsence: typed['signs-absence'] || null,
    goesTo: typed.goesTo || null,
    goesToAbsence: typed['goesTo-absence'] || null,
    works: typed.works || null,
    worksAbsence: typed['works-absence'] || null,
    childSays: typed.childSays || null,
    childSaysAbsence: typed['childSays-absence'] || null,
    agreedBy: typed.agreedBy || null,
    agreedByAbsence: typed['agreedBy-absence'] || null,
  }
}

function readReview(typed: PlanTyped, today: PlainDate, errors: Record<string, string>): PlainDate | null {
  const read = readDay({
    day: typed['review-day'],
    month: typed['review-month'],
    year: typed['review-year'],
  })
  if (!read.ok) {
    errors[`review-${read.part ?? 'day'}`] = read.says
    return null
  }
  if (read.day <= today) errors['review-day'] = words.reviewInFuture
  else if (read.day > daysAfter(today, REVIEW_WITHIN_DAYS)) errors['review-day'] = words.reviewTooLate
  return read.day
}
