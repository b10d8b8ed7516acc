import { addWorkingDays } from '#core/clocks/working-days.ts'
import type { LadderStep } from '#features/administration/public.ts'
import type { Nation } from '#vocabulary/nations.ts'

export const OUTCOMES = ['agreed', 'looked-at-again', 'goes-up', 'stands'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface Raised {
  readonly steps: readonly LadderStep[]
  readonly raisedAt: Date
  readonly nation: Nation
}

export interface AnswerGiven {
  readonly position: number
  readonly outcome: Outcome
  readonly answeredAt: Date
}

/** A step that a disagreement has reached. */
export interface Reached<A extends AnswerGiven = AnswerGiven> extends LadderStep {
  readonly from: Date
  readonly dueAt: Date
  readonly last: boolean
  /** Answered; or nobody answered in time, and it went up by itself; or it is there now. */
  readonly state: 'answered' | 'ran-out' | 'now'
  readonly answer: A | null
}

/**
 * Where a disagreement stands at a moment: it follows from when it was raised, from what was answered, and from the time. A step
 * that nobody answers ends when it is due, and the next begins then; the last waits until it is answered.
 */
export function stepsReached<A extends AnswerGiven>(
  raised: Raised,
  answers: readonly A[],
  now: Date,
): Reached<A>[] {
  const reached: Reached<A>[] = []
  let from = raised.raisedAt
  for (const [at, step] of raised.steps.entries()) {
    const dueAt = addWorkingDays(from, step.workingDays, raised.nation)
    const last = at === raised.steps.length - 1
    const answer = answers.find(one => one.position === step.position) ?? null
    const state = answer ? 'answered' : now >= dueAt && !last ? 'ran-out' : 'now'
    reached.push({ ...step, from, dueAt, last, state, answer })
    if (state === 'now' || (answer && answer.outcome !== 'goes-up')) break
    from = answer ? answer.answeredAt : dueAt
  }
  return reached
}

/** The step that has to be answered, or null where it has ended. */
export const openStep = <A extends AnswerGiven>(reached: readonly Reached<A>[]): Reached<A> | null => {
  const last = reached.at(-1)
  return last?.state === 'now' ? last : null
}
