import type { AgencyId, UserAccountId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const colleague = (tx: ScopedTx, agency: AgencyId, id: UserAccountId) =>
  tx
    .selectFrom('userAccount')
    .select(['id', 'name', 'endedAt'])
    .where('id', '=', id)
    .where('agencyId', '=', agency)
    .executeTakeFirst()

export const namesOf = (tx: ScopedTx, ids: readonly UserAccountId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('userAccount').select(['id', 'name', 'endedAt']).where('id', 'in', ids).execute()
