import { sql } from 'kysely'
import type { ConcernChildId, ConcernId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** The record that a child on a concern is joined to. */
export const recordOf = (tx: ScopedTx, childId: ConcernChildId) =>
  tx
    .selectFrom('concernPerson')
    .innerJoin('personRecord', 'personRecord.id', 'concernPerson.subject')
    .select('personRecord.id')
    .where('concernPerson.concernChildId', '=', childId)
    .executeTakeFirst()

/** Whether anyone who works in the viewer's agency is outside a concern. Who it is, is for nobody. */
export async function someoneIsOutside(tx: ScopedTx, concernId: ConcernId): Promise<boolean> {
  const found = await tx
    .selectFrom('userAccount')
    .select('id')
    .where('endedAt', 'is', null)
    .where('agencyId', '=', sql<never>`access.viewer_agency()`)
    .where(sql<boolean>`access.is_outside(${concernId}, user_account.id)`)
    .limit(1)
    .execute()
  return found.length > 0
}
