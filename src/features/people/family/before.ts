import type { Act } from '#core/access/act.ts'
import { sayAnswer } from '#features/standard/public.ts'
import { sayMomentShort } from '#vocabulary/dates/words.ts'
import { nameOf, type Person } from '../person.ts'
import { words } from '../words.ts'
import { ofWhom } from './family.ts'
import type { Former } from './pages.tsx'
import { answersKept, everyoneAround, formerAnswers } from './queries.ts'
import { familyQuestions } from './questions.ts'

/** What was believed of the family and is no longer said: answers that were changed, and people who are no longer around. */
export async function beforeOf(act: Act, person: Person) {
  const { ofChild, ofAround } = await familyQuestions(act.tx)
  const questions = new Map([...ofChild, ...ofAround].map(question => [question.id, question]))
  const around = await everyoneAround(act.tx, person.id)
  const called = new Map(around.map(one => [one.id, one.called]))
  const say = (answer: { question: string; value: unknown; absence: string | null }): string => {
    const question = questions.get(answer.question)
    return question ? sayAnswer(question, answer, new Map()) : JSON.stringify(answer.value)
  }
  const labelOf = (id: string): string => questions.get(id)?.label.en ?? id
  const former = (await formerAnswers(act.tx, person.id)).map((state): Former => ({
    about: state.personAroundId ? (called.get(state.personAroundId) ?? '') : nameOf(person),
    label: labelOf(state.question),
    said: say(state),
    by: words.saidBy(state.fromConcern, state.saidByName, sayMomentShort(new Date(state.saidAt))),
    from: state.stoodFrom,
    until: state.stoodUntil ?? state.stoodFrom,
  }))
  const answers = await answersKept(act.tx, person.id)
  const gone = around.flatMap(one =>
    one.endedAt
      ? [
          {
            called: one.called,
            by: one.endedByName ?? '',
            at: one.endedAt,
            why: one.endedWhy ?? '',
            lines: ofWhom(answers, one.id)
              .map(answer => `${labelOf(answer.question)} ${say(answer)}`)
              .join('\n'),
          },
        ]
      : [],
  )
  return { former, gone }
}
