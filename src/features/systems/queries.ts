import type { AgencyId, UserAccountId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** The systems of the viewer's own agency, with how their account stands. */
export const systemsOf = (tx: ScopedTx) =>
  tx
    .selectFrom('agencySystem')
    .innerJoin('userAccount', 'userAccount.id', 'agencySystem.userId')
    .select(['userId', 'name', 'contact', 'hookUrl', 'endedAt'])
    .orderBy('name')
    .execute()

export const systemById = (tx: ScopedTx, id: UserAccountId) =>
  tx
    .selectFrom('agencySystem')
    .innerJoin('userAccount', 'userAccount.id', 'agencySystem.userId')
    .select(['userId', 'name', 'contact', 'hookUrl', 'hookSetAt', 'endedAt'])
    .where('userId', '=', id)
    .executeTakeFirst()

/** The last times that it was told something, and whether it took it. Which concern it was is not for administrators. */
export const lastCalls = (tx: ScopedTx, id: UserAccountId) =>
  tx
    .selectFrom('hookCall')
    .select(['event', 'happenedAt', 'tries', 'answeredAt', 'givenUpAt'])
    .where('userId', '=', id)
    .orderBy('happenedAt', 'desc')
    .orderBy('about', 'desc')
    .limit(20)
    .execute()

export const insertSystem = (
  tx: ScopedTx,
  system: { userId: UserAccountId; agencyId: AgencyId; contact: string },
) => tx.insertInto('agencySystem').values(system).execute()

export const setHook = (
  tx: ScopedTx,
  id: UserAccountId,
  hook: { hookUrl: string | null; hookSetAt: Date | null },
) => tx.updateTable('agencySystem').set(hook).where('userId', '=', id).execute()
