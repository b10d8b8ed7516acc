import type { ConcernId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { answersOn, othersOn } from '../decide/queries.ts'
import type { Part } from '../reading.ts'

/** The adults and other people on a concern that was sent, as whoever compares names reads them. */
export async function othersAsParts(tx: ScopedTx, concernId: ConcernId): Promise<Part[]> {
  const answers = await answersOn(tx, concernId)
  return (await othersOn(tx, concernId)).map(({ id, each, position, called }) => ({
    each,
    position,
    called,
    answers: answers
      .filter(answer => answer.concernOtherId === id)
      // What stands there was written from an answer.
      .map(answer => ({ ...answer, value: answer.value as Part['answers'][number]['value'] })),
  }))
}
