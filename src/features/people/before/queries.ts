import type { SubjectId } from '#core/access/generated/tables.ts'
import { allStates, rowsAsOf } from '#core/access/history.sql.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** One agency's knowledge of someone as it stood at a moment; without a record when there was none yet. */
export async function personAsOf(tx: ScopedTx, asked: { subject: SubjectId; at: Date }) {
  const [record] = await rowsAsOf(tx, 'personRecord', asked)
  const byMistake = (row: { endedWhy: string | null }) => row.endedWhy === 'recorded-by-mistake'
  return {
    record,
    otherNames: (await rowsAsOf(tx, 'personAlias', asked)).filter(row => !byMistake(row)),
    identifiers: (await rowsAsOf(tx, 'personIdentifier', asked)).filter(row => !byMistake(row)),
  }
}

/** Every state that the record has had, newest first. */
export const statesOfRecord = (tx: ScopedTx, subject: SubjectId) => allStates(tx, 'personRecord', subject)

export const namesByMistake = (tx: ScopedTx, subject: SubjectId) =>
  tx
    .selectFrom('personAlias')
    .selectAll()
    .where('subject', '=', subject)
    .where('endedWhy', '=', 'recorded-by-mistake')
    .execute()

export const identifiersByMistake = (tx: ScopedTx, subject: SubjectId) =>
  tx
    .selectFrom('personIdentifier')
    .selectAll()
    .where('subject', '=', subject)
    .where('endedWhy', '=', 'recorded-by-mistake')
    .execute()
