import { RUNNING } from '#core/clocks/queries.ts'
import type { AgencyId, ConcernId, UserAccountId } from '#core/access/generated/tables.ts'
import { FURTHER } from './referrers/queries.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { sql } from 'kysely'
import { DECIDING } from './clock-kinds.ts'

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
            .where('concernPickUp.ownerAgency', '=', agency)
            .where('concernPickUp.putDownAt', 'is', null),
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
            .where('step', 'in', ['picked-up', 'decided'])
            // Since it was last passed on, where it was.
            .where(
              sql<boolean>`said_at > coalesce((select max(p.said_at) from concern_reply p
                where p.concern_id = concern.id and p.step = 'passed-on'), '-infinity')`,
            ),
        ),
      ),
    )
    .execute()

/** Of these concerns, those of which something was said later that nobody has read. */
export const stillToRead = (tx: ScopedTx, ids: readonly ConcernId[], agency: AgencyId) =>
  tx
    .selectFrom('concern')
    .select(['id', 'reference'])
    .where('id', 'in', ids)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('clock')
          .select('id')
          .whereRef('clock.subject', '=', 'concern.id')
          .where('clock.ownerAgency', '=', agency)
          .where('clock.kind', '=', FURTHER)
          .where('clock.state', '=', RUNNING),
      ),
    )
    .execute()

/** Of these concerns, those that are in this person's hand and still to be decided. */
export const stillInHand = (
  tx: ScopedTx,
  ids: readonly ConcernId[],
  of: { id: UserAccountId; agencyId: AgencyId },
) =>
  tx
    .selectFrom('concern')
    .select(['id', 'reference'])
    .where('id', 'in', ids)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('clock')
          .select('id')
          .whereRef('clock.subject', '=', 'concern.id')
          .where('clock.ownerAgency', '=', of.agencyId)
          .where('clock.userId', '=', of.id)
          .where('clock.kind', 'in', DECIDING)
          .where('clock.state', '=', RUNNING),
      ),
    )
    .execute()

/** Of these concerns, those on which something is still to be decided in an agency. */
export const stillOpen = (tx: ScopedTx, ids: readonly ConcernId[], agency: AgencyId) =>
  tx
    .selectFrom('concern')
    .select(['id', 'reference'])
    .where('id', 'in', ids)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('clock')
          .select('id')
          .whereRef('clock.subject', '=', 'concern.id')
          .where('clock.ownerAgency', '=', agency)
          .where('clock.kind', 'in', DECIDING)
          .where('clock.state', '=', RUNNING),
      ),
    )
    .execute()
