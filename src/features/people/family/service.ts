import { isDeepStrictEqual } from 'node:util'
import type { Act } from '#core/access/act.ts'
import type { PersonAnswerId, PersonAroundId, PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { readAnswers, type Answer, type Question } from '#features/standard/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { personToChange } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { words } from '../words.ts'
import { ofWhom, versionOf } from './family.ts'
import { ADULT_NAME, familyQuestions } from './questions.ts'
import * as rows from './queries.ts'

/** An answer as it comes to a record, from a form or from a concern. */
export type Given = Pick<Answer, 'question' | 'category'> & { value: unknown; absence: Answer['absence'] }

/** Answers about the child's home, legal status and language. */
export async function sayOfChild(act: Act, personId: PersonRecordId, typed: FormValues): Promise<void> {
  demand(mayKeepPeople, act.viewer)
  const person = await personToChange(act, personId)
  const { ofChild } = await familyQuestions(act.tx)
  const stand = ofWhom(await rows.answersKept(act.tx, person.id), null)
  const answers = readWhole(act, ofChild, { typed, stand })
  await keepAnswers(act, { personId: person.id, aroundId: null }, { answers, stand, fromConcern: false })
  await act.record('person.family-said', person.id)
}

/** Adds someone around the child. */
export async function addAround(
  act: Act,
  personId: PersonRecordId,
  typed: FormValues,
): Promise<PersonAroundId> {
  demand(mayKeepPeople, act.viewer)
  const person = await personToChange(act, personId)
  const { ofAround } = await familyQuestions(act.tx)
  const answers = readWhole(act, ofAround, { typed, stand: [] })
  const aroundId = await keepAround(act, person.id, { answers, fromConcern: false })
  await act.record('person.around-added', person.id, { around: aroundId })
  return aroundId
}

/** Answers again about someone around the child. What was said before stays in the history. */
export async function sayOfAround(act: Act, at: AroundAt, typed: FormValues): Promise<void> {
  const { person, around } = await aroundToChange(act, at)
  const { ofAround } = await familyQuestions(act.tx)
  const stand = ofWhom(await rows.answersKept(act.tx, person.id), around.id)
  const answers = readWhole(act, ofAround, { typed, stand })
  await changeAround(act, at, { answers, stand, fromConcern: false })
  await act.record('person.around-changed', person.id, { around: around.id })
}

/** Someone is no longer around the child, or never was. It stays readable. */
export async function endAround(act: Act, at: AroundAt, why: string): Promise<void> {
  const { person, around } = await aroundToChange(act, at)
  await rows.updateAround(act.tx, around.id, {
    endedBy: act.viewer.id,
    endedByName: act.viewer.name,
    endedAt: act.world.now(),
    endedWhy: why,
  })
  await act.record('person.around-ended', person.id, { around: around.id })
}

export interface AroundAt {
  readonly personId: PersonRecordId
  readonly aroundId: PersonAroundId
}

async function aroundToChange(act: Act, at: AroundAt) {
  demand(mayKeepPeople, act.viewer)
  const person = await personToChange(act, at.personId)
  const around = await rows.oneAround(act.tx, at)
  if (!around) throw fault('not-found')
  if (around.endedAt)
    throw new Refusal(
      { version: words.alreadyEnded(around.endedByName ?? '', sayMoment(around.endedAt)) },
      409,
    )
  return { person, around }
}

/** @throws Refusal 409 when someone else has saved since the form was opened; otherwise naming what is missing or wrong */
function readWhole(
  act: Act,
  questions: readonly Question[],
  given: { typed: FormValues; stand: readonly rows.KeptAnswer[] },
): readonly Answer[] {
  if ((given.typed['version'] ?? '') !== versionOf(given.stand))
    throw new Refusal({ version: meanwhile(given.stand) }, 409)
  const { answers, errors } = readAnswers(questions, given.typed, {
    prefix: '',
    today: londonDay(act.world.now()),
  })
  if (Object.keys(errors).length > 0) throw new Refusal(errors)
  return answers
}

function meanwhile(stand: readonly rows.KeptAnswer[]): string {
  const last = stand.toSorted((one, other) => other.since.getTime() - one.since.getTime())[0]
  return last ? words.familyMeanwhile(last.saidByName, sayMoment(last.saidAt)) : words.openAgain
}

interface Keeping {
  readonly answers: readonly Given[]
  readonly stand: readonly rows.KeptAnswer[]
  readonly fromConcern: boolean
}

/** Puts someone new on the record, with what is said of them. */
export async function keepAround(
  act: Act,
  personId: PersonRecordId,
  { answers, fromConcern }: Omit<Keeping, 'stand'>,
): Promise<PersonAroundId> {
  const id = act.world.uuid<PersonAroundId>()
  const now = act.world.now()
  await rows.insertAround(act.tx, {
    id,
    ownerAgency: act.viewer.agencyId,
    category: 'welfare',
    subject: personId,
    since: now,
    called: calledIn(answers),
    addedAt: now,
  })
  await keepAnswers(act, { personId, aroundId: id }, { answers, stand: [], fromConcern })
  return id
}

export async function changeAround(act: Act, at: AroundAt, keeping: Keeping): Promise<void> {
  if (keeping.answers.some(answer => answer.question === ADULT_NAME))
    await rows.updateAround(act.tx, at.aroundId, { called: calledIn(keeping.answers) })
  await keepAnswers(act, at, keeping)
}

/** Writes what is new and leaves what stands already, so that each answer says who gave it, and when. */
export async function keepAnswers(
  act: Act,
  of: { personId: PersonRecordId; aroundId: PersonAroundId | null },
  { answers, stand, fromConcern }: Keeping,
): Promise<void> {
  const now = act.world.now()
  const said = { fromConcern, saidBy: act.viewer.id, saidByName: act.viewer.name, saidAt: now }
  const added = []
  for (const { question, category, value, absence } of answers) {
    const before = stand.find(one => one.question === question)
    const says = { value: value === null ? null : JSON.stringify(value), absence }
    if (!before)
      added.push({
        id: act.world.uuid<PersonAnswerId>(),
        ownerAgency: act.viewer.agencyId,
        category,
        subject: of.personId,
        since: now,
        personAroundId: of.aroundId,
        question,
        ...says,
        ...said,
      })
    else if (!isDeepStrictEqual(before.value, value) || before.absence !== absence)
      await rows.updateAnswer(act.tx, before.id, { ...says, ...said })
  }
  if (added.length > 0) await rows.insertAnswers(act.tx, added)
}

function calledIn(answers: readonly Given[]): string {
  const name = answers.find(answer => answer.question === ADULT_NAME)?.value
  const parts =
    typeof name === 'object' && name !== null
      ? ['given', 'family'].map((part): unknown => Reflect.get(name, part))
      : []
  return parts.filter(part => typeof part === 'string' && part !== '').join(' ') || words.nameNotKnown
}
