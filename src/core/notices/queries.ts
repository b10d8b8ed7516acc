import type { UserViewer } from '#core/access/viewer.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/**
 * What this viewer has been told of certain kinds, newest first. Whom a notice is for is the policy's to say; it is said
 * here too, because the policy alone would have every notice read.
 */
export const noticesFor = (
  tx: ScopedTx,
  viewer: UserViewer,
  asked: { kinds: readonly string[]; limit: number },
) =>
  tx
    .selectFrom('notice')
    .select(['id', 'kind', 'saidAt', 'subject'])
    .where('kind', 'in', asked.kinds)
    .where(({ or, eb }) =>
      or([
        eb('toUser', '=', viewer.id),
        eb('toTeam', 'in', viewer.teams),
        eb('toAgency', '=', viewer.agencyId),
      ]),
    )
    .orderBy('saidAt', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit)
    .execute()
