import type { Act } from '#core/access/act.ts'
import type { PersonAroundId, PersonRecordId } from '#core/access/generated/tables.ts'
import { askedOf, sayAnswer, type Question } from '#features/standard/public.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { asTyped } from './as-typed.ts'
import {
  familyQuestions,
  INTERPRETER,
  LANGUAGE,
  MUST_NOT_BE_TOLD,
  RELATIONSHIP,
  SAFE_TO_TELL,
} from './questions.ts'
import { answersKept, everyoneAround, type KeptAnswer } from './queries.ts'

export interface Line {
  readonly question: Question
  /** Undefined where nobody has answered: a blank, which is no answer and is chased. */
  readonly answer: KeptAnswer | undefined
  readonly says: string | null
}

export interface Around {
  readonly id: PersonAroundId
  readonly called: string
  /** As it was answered: a partner in keeping the child safe, must not be told, or not yet known. */
  readonly safeToTell: string | null
  readonly lines: readonly Line[]
}

export interface Family {
  readonly ofChild: readonly Line[]
  readonly around: readonly Around[]
}

/** What a record says of the family, as far as this viewer may read it. */
export async function familyOf(act: Act, personId: PersonRecordId): Promise<Family> {
  const questions = await familyQuestions(act.tx)
  const answers = await answersKept(act.tx, personId)
  const around = (await everyoneAround(act.tx, personId)).filter(one => one.endedAt === null)
  return {
    ofChild: linesOf(questions.ofChild, ofWhom(answers, null)),
    around: around.map(one => {
      const own = ofWhom(answers, one.id)
      const safe = own.find(answer => answer.question === SAFE_TO_TELL)?.value
      return {
        id: one.id,
        called: one.called,
        safeToTell: typeof safe === 'string' ? safe : null,
        lines: linesOf(questions.ofAround, own),
      }
    }),
  }
}

export const ofWhom = (answers: readonly KeptAnswer[], aroundId: PersonAroundId | null): KeptAnswer[] =>
  answers.filter(answer => answer.personAroundId === aroundId)

/** The questions that the answers lead to, each with its own: one that is no longer asked is not shown either. */
function linesOf(questions: readonly Question[], answers: readonly KeptAnswer[]): Line[] {
  return askedOf(questions, typedOf(questions, answers), '').map(question => {
    const answer = answers.find(one => one.question === question.id)
    return { question, answer, says: answer ? sayAnswer(question, answer, new Map()) : null }
  })
}

/** What the form begins with. */
export const typedOf = (questions: readonly Question[], answers: readonly KeptAnswer[]): FormValues =>
  Object.fromEntries(
    questions.flatMap(question => {
      const answer = answers.find(one => one.question === question.id)
      return answer ? Object.entries(asTyped(question, answer)) : []
    }),
  )

/** Tells whether anyone has changed an answer since these were read. */
export const versionOf = (answers: readonly KeptAnswer[]): string =>
  answers
    .map(answer => answer.version)
    .toSorted()
    .at(-1) ?? ''

/** Who must not be told, with who they are to the child: read at the head of the page, before anyone rings or writes. */
export const notToBeTold = (family: Family): string[] =>
  family.around
    .filter(one => one.safeToTell === MUST_NOT_BE_TOLD)
    .map(one => {
      const who = one.lines.find(line => line.question.id === RELATIONSHIP)
      return who?.answer?.value ? `${one.called} (${(who.says ?? '').toLowerCase()})` : one.called
    })

/** Which language, and whether an interpreter is needed, where either is known. */
export function howTheySpeak(family: Family): string | null {
  const value = (id: string) => family.ofChild.find(line => line.question.id === id && line.answer?.value)
  const [language, interpreter] = [value(LANGUAGE), value(INTERPRETER)?.answer?.value]
  const needs =
    interpreter === 'yes' ? 'Needs an interpreter' : interpreter === 'no' ? 'Needs no interpreter' : null
  return [language?.says, needs].filter(Boolean).join('. ') || null
}
