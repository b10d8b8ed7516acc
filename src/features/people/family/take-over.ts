import { isDeepStrictEqual } from 'node:util'
import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { sayAnswer, type Question } from '#features/standard/public.ts'
import { personToChange, ownPerson } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { safeContactOf } from '../safe-contact/queries.ts'
import { setSafeContact } from '../safe-contact/service.ts'
import { words } from '../words.ts'
import { ofWhom } from './family.ts'
import { familyQuestions } from './questions.ts'
import { answersKept, everyoneAround, type KeptAnswer } from './queries.ts'
import { changeAround, keepAnswers, keepAround, type Given } from './service.ts'

/** What a concern says of one child that a record keeps too. */
export interface SaidElsewhere {
  readonly answers: readonly Omit<Given, 'category'>[]
  readonly around: readonly {
    readonly called: string
    readonly answers: readonly Omit<Given, 'category'>[]
  }[]
  /** How they can be reached safely, where that was said. */
  readonly safeContact: string | null
}

/** One thing that a concern says and the record does not, or says otherwise. */
export interface Offer {
  readonly key: string
  readonly label: string
  readonly says: string
  /** What the record says; null where it says nothing. */
  readonly stands: string | null
}

const SAFE_CONTACT = 'safe-contact'
const ofAround = (index: number): string => `around-${index + 1}`

/** What is offered to be taken onto a record: values alone, because that a concern did not know says nothing against the record. */
export async function offersTo(act: Act, personId: PersonRecordId, said: SaidElsewhere): Promise<Offer[]> {
  const person = await ownPerson(act, personId)
  const { questions, answers, around } = await standing(act, person.id)
  const contact = await safeContactOf(act.tx, person.id)
  const ofChild = valuesIn(said.answers, questions.ofChild).flatMap(({ given, question }): Offer[] => {
    const stands = ofWhom(answers, null).find(one => one.question === question.id)
    if (stands && isDeepStrictEqual(stands.value, given.value)) return []
    return [
      {
        key: question.id,
        label: question.label.en,
        says: say(question, given),
        stands: stands ? say(question, stands) : null,
      },
    ]
  })
  const people = said.around.flatMap((one, index): Offer[] => {
    const known = sameAs(around, one.called)
    const stand = known ? ofWhom(answers, known.id) : []
    const values = valuesIn(one.answers, questions.ofAround)
    const differs = values.filter(
      ({ given, question }) =>
        !isDeepStrictEqual(stand.find(kept => kept.question === question.id)?.value, given.value),
    )
    if (known && differs.length === 0) return []
    return [
      {
        key: ofAround(index),
        label: words.someoneAround(one.called),
        says: lines(values.map(({ given, question }) => [question, given])),
        stands: known
          ? lines(
              questions.ofAround.flatMap(question => {
                const kept = stand.find(answer => answer.question === question.id)
                return kept ? [[question, kept]] : []
              }),
            )
          : null,
      },
    ]
  })
  const way =
    said.safeContact !== null && said.safeContact !== contact?.way
      ? [
          {
            key: SAFE_CONTACT,
            label: 'Safe contact',
            says: said.safeContact,
            stands: contact ? words.orWhy(contact.way, contact.wayAbsence) : null,
          },
        ]
      : []
  return [...way, ...ofChild, ...people]
}

/**
 * Takes onto a record what was chosen of what a concern says; onto a new record everything, reasons for having no answer
 * included. What stood there before stays in the history.
 */
export async function takeOver(
  act: Act,
  personId: PersonRecordId,
  { said, chosen }: { said: SaidElsewhere; chosen: readonly string[] | 'all' },
): Promise<void> {
  demand(mayKeepPeople, act.viewer)
  const person = await personToChange(act, personId)
  const { questions, answers, around } = await standing(act, person.id)
  const kept = withCategory(said.answers, questions.ofChild)
  if (kept.length + said.around.length === 0 && said.safeContact === null) return
  const wanted = (key: string): boolean => chosen === 'all' || chosen.includes(key)
  await keepAnswers(
    act,
    { personId: person.id, aroundId: null },
    {
      answers: kept.filter(given => wanted(given.question) && (chosen === 'all' || given.absence === null)),
      stand: ofWhom(answers, null),
      fromConcern: true,
    },
  )
  for (const [index, one] of said.around.entries()) {
    if (!wanted(ofAround(index))) continue
    const known = chosen === 'all' ? undefined : sameAs(around, one.called)
    const given = withCategory(one.answers, questions.ofAround)
    if (known)
      await changeAround(
        act,
        { personId: person.id, aroundId: known.id },
        {
          answers: given.filter(answer => answer.absence === null),
          stand: ofWhom(answers, known.id),
          fromConcern: true,
        },
      )
    else await keepAround(act, person.id, { answers: given, fromConcern: true })
  }
  if (said.safeContact !== null && wanted(SAFE_CONTACT))
    await takeSafeContact(act, person.id, said.safeContact)
  await act.record('person.taken-from-concern', person.id)
}

/** The way alone: what must not be done and who must not be told was said by whoever asked, and stays. */
async function takeSafeContact(act: Act, personId: PersonRecordId, way: string): Promise<void> {
  const stands = await safeContactOf(act.tx, personId)
  await setSafeContact(act, personId, {
    said: {
      way,
      wayAbsence: null,
      wordsToUse: stands?.wordsToUse ?? null,
      doNot: stands?.doNot ?? null,
      notToBeTold: stands?.notToBeTold ?? null,
      interpreter: stands?.interpreter ?? null,
    },
    over: stands?.version ?? null,
    fromConcern: true,
  })
}

const standing = async (act: Act, personId: PersonRecordId) => ({
  questions: await familyQuestions(act.tx),
  answers: await answersKept(act.tx, personId),
  around: (await everyoneAround(act.tx, personId)).filter(one => one.endedAt === null),
})

/** Someone of that name who stands on the record already. Two people without a name are not one. */
const sameAs = <A extends { called: string }>(around: readonly A[], called: string): A | undefined =>
  called === words.nameNotKnown
    ? undefined
    : around.find(one => one.called.toLowerCase() === called.toLowerCase())

const valuesIn = (given: SaidElsewhere['answers'], questions: readonly Question[]) =>
  questions.flatMap(question => {
    const found = given.find(one => one.question === question.id)
    return found && found.absence === null ? [{ question, given: found }] : []
  })

const withCategory = (given: SaidElsewhere['answers'], questions: readonly Question[]): Given[] =>
  given.flatMap(one => {
    const question = questions.find(({ id }) => id === one.question)
    return question ? [{ ...one, category: question.category }] : []
  })

type Kept = Pick<KeptAnswer, 'absence'> & { value: unknown }

const say = (question: Question, answer: Kept): string => sayAnswer(question, answer, new Map())

const lines = (said: readonly (readonly [Question, Kept])[]): string =>
  said.map(([question, answer]) => `${question.label.en} ${say(question, answer)}`).join('\n')
