import type { Insertable, Updateable } from 'kysely'
import type { PersonRecordId, SafetyPlan, SafetyPlanId, SubjectId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** Every plan of a child, newest first: the first stands unless it was ended. */
export const plansOf = (tx: ScopedTx, personId: PersonRecordId) =>
  tx
    .selectFrom('safetyPlan')
    .selectAll()
    .where('subject', '=', personId)
    .orderBy('writtenAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type PlanRow = Awaited<ReturnType<typeof plansOf>>[number]

export const insertPlan = (tx: ScopedTx, row: Insertable<SafetyPlan>) =>
  tx.insertInto('safetyPlan').values(row).execute()

export const updatePlan = (tx: ScopedTx, id: SafetyPlanId, says: Updateable<SafetyPlan>) =>
  tx.updateTable('safetyPlan').set(says).where('id', '=', id).execute()

/** By what they are called, for whoever has the review of a plan to do. */
export const peopleNamed = (tx: ScopedTx, subjects: readonly SubjectId[]) =>
  tx
    .selectFrom('personRecord')
    .select(['id', 'givenNames', 'familyName'])
    .where('subject', 'in', subjects)
    .execute()
