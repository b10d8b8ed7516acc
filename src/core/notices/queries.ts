import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** What this viewer has been told, newest first; the policy knows whom each notice is for. */
export const noticesFor = (tx: ScopedTx, limit: number) =>
  tx
    .selectFrom('notice')
    .select(['id', 'kind', 'saidAt', 'subject'])
    .orderBy('saidAt', 'desc')
    .limit(limit)
    .execute()
