import type { AgencyId, ConcernId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** Of these concerns, those that nobody of the receiving agency has taken. */
export const stillUntaken = (tx: ScopedTx, ids: readonly ConcernId[], agency: AgencyId) =>
  tx
    .selectFrom('concern')
    .select(['id', 'reference'])
    .where('id', 'in', ids)
    .where('receivingAgency', '=', agency)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('concernPickUp')
            .select('id')
            .whereRef('concernPickUp.subject', '=', 'concern.id')
            .where('concernPickUp.ownerAgency', '=', agency),
        ),
      ),
    )
    .execute()

/** Of these concerns, those whose sender has not heard that anyone has them. */
export const notPickedUp = (tx: ScopedTx, ids: readonly ConcernId[]) =>
  tx
    .selectFrom('concern')
    .select(['id', 'reference', 'areaId'])
    .where('id', 'in', ids)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('concernReply')
            .select('id')
            .whereRef('concernReply.concernId', '=', 'concern.id')
            .where('step', '<>', 'received'),
        ),
      ),
    )
    .execute()
