import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId } from '#core/access/generated/tables.ts'
import type { SaidElsewhere } from '#features/people/public.ts'
import { answersOn, othersOn } from '../decide/queries.ts'
import { someoneIsOutside } from './queries.ts'

const ADULT = 'adult'
const SAFE_CONTACT = 'child-safe-contact'

/**
 * Whoever opens a record reads all that stands on it, and some of them may not know of this concern: it is for named people
 * only, or someone of the agency may be the one it names. Then nothing of it goes onto the record but who the child is.
 */
export const mayBeCarried = async (act: Act, concern: { id: ConcernId; sealed: boolean }): Promise<boolean> =>
  !concern.sealed && !(await someoneIsOutside(act.tx, concern.id))

/** What a concern says of one child that a record keeps too: of the child, of the adults around them, and how to reach them safely. */
export async function saidOf(
  act: Act,
  of: { concernId: ConcernId; childId: ConcernChildId },
): Promise<SaidElsewhere> {
  const answers = await answersOn(act.tx, of.concernId)
  const adults = (await othersOn(act.tx, of.concernId)).filter(other => other.each === ADULT)
  const ofChild = answers.filter(answer => answer.concernChildId === of.childId)
  const way = ofChild.find(answer => answer.question === SAFE_CONTACT)?.value
  return {
    answers: ofChild,
    around: adults.map(adult => ({
      called: adult.called,
      answers: answers.filter(answer => answer.concernOtherId === adult.id),
    })),
    safeContact: typeof way === 'string' ? way : null,
  }
}
