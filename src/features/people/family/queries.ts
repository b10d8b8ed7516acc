import { sql, type Insertable, type Updateable } from 'kysely'
import type {
  PersonAnswer,
  PersonAnswerId,
  PersonAround,
  PersonAroundId,
  PersonRecordId,
  SubjectId,
} from '#core/access/generated/tables.ts'
import { allStates } from '#core/access/history.sql.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** Every answer that stands on a record, of the child and of those around them. */
export const answersKept = (tx: ScopedTx, subject: SubjectId) =>
  tx
    .selectFrom('personAnswer')
    .selectAll()
    // To the microsecond, as for the record itself: tells whether anyone has saved another since it was read.
    .select(sql<string>`since::text`.as('version'))
    .where('subject', '=', subject)
    .execute()

export type KeptAnswer = Awaited<ReturnType<typeof answersKept>>[number]

/** Those around the child, also those who no longer are, as they were added. */
export const everyoneAround = (tx: ScopedTx, subject: SubjectId) =>
  tx.selectFrom('personAround').selectAll().where('subject', '=', subject).orderBy('id').execute()

export const oneAround = (tx: ScopedTx, at: { personId: PersonRecordId; aroundId: PersonAroundId }) =>
  tx
    .selectFrom('personAround')
    .selectAll()
    .where('id', '=', at.aroundId)
    .where('subject', '=', at.personId)
    .executeTakeFirst()

export const insertAround = (tx: ScopedTx, row: Insertable<PersonAround>) =>
  tx.insertInto('personAround').values(row).execute()

export const updateAround = (tx: ScopedTx, id: PersonAroundId, says: Updateable<PersonAround>) =>
  tx.updateTable('personAround').set(says).where('id', '=', id).execute()

export const insertAnswers = (tx: ScopedTx, rows: Insertable<PersonAnswer>[]) =>
  tx.insertInto('personAnswer').values(rows).execute()

export const updateAnswer = (tx: ScopedTx, id: PersonAnswerId, says: Updateable<PersonAnswer>) =>
  tx.updateTable('personAnswer').set(says).where('id', '=', id).execute()

/** What answers said before they were changed, newest first. */
export const formerAnswers = async (tx: ScopedTx, subject: SubjectId) =>
  (await allStates(tx, 'personAnswer', subject)).filter(state => state.stoodUntil !== null)
