import type { AgencyId, RoleGrantId, UserAccountId } from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** The accounts of the viewer's own agency; the policy shows no other. */
export const accountsOf = (tx: ScopedTx) =>
  tx
    .selectFrom('userAccount')
    .select(['id', 'name', 'email', 'jobTitle', 'endedAt'])
    .orderBy('name')
    .orderBy('id')
    .execute()

export const accountById = (tx: ScopedTx, id: UserAccountId) =>
  tx.selectFrom('userAccount').selectAll().where('id', '=', id).executeTakeFirst()

/** Roles given and not ended, and whether they count yet. */
export const grantsOf = (tx: ScopedTx, userIds: readonly UserAccountId[]) =>
  userIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('roleGrant')
        .innerJoin('role', 'role.code', 'roleGrant.role')
        .select(['roleGrant.id', 'userId', 'role.title', 'role.code', 'askedBy', 'agreedBy', 'askedAt'])
        .where('userId', 'in', userIds)
        .where('endedAt', 'is', null)
        .orderBy('role.position')
        .execute()

export interface NewAccount {
  readonly id: UserAccountId
  readonly agencyId: AgencyId
  readonly name: string
  readonly email: string
  readonly jobTitle: string
  readonly kind: 'person' | 'system'
  readonly createdAt: Date
}

/** @returns whether it was made; an address that this agency has already is not */
export async function insertAccount(tx: ScopedTx, account: NewAccount): Promise<boolean> {
  const known = await tx
    .selectFrom('userAccount')
    .select('id')
    .where(sql`lower(email)`, '=', account.email.toLowerCase())
    .executeTakeFirst()
  if (known) return false
  await tx.insertInto('userAccount').values(account).execute()
  return true
}

export const insertGrant = (
  tx: ScopedTx,
  grant: {
    id: RoleGrantId
    agencyId: AgencyId
    userId: UserAccountId
    role: string
    askedBy: UserAccountId
    askedAt: Date
  },
) =>
  tx
    .insertInto('roleGrant')
    .values(grant)
    .onConflict(on => on.columns(['userId', 'role']).where('endedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()

/** Of one agency: the agency that hosts also sees the first administrators of others, and answers those elsewhere. */
export const grantById = (tx: ScopedTx, agencyId: AgencyId, id: RoleGrantId) =>
  tx
    .selectFrom('roleGrant')
    .selectAll()
    .where('id', '=', id)
    .where('agencyId', '=', agencyId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()

export const agreeGrant = (tx: ScopedTx, id: RoleGrantId, by: { agreedBy: UserAccountId; agreedAt: Date }) =>
  tx.updateTable('roleGrant').set(by).where('id', '=', id).where('agreedBy', 'is', null).execute()

export const endGrant = (tx: ScopedTx, id: RoleGrantId, by: { endedBy: UserAccountId; endedAt: Date }) =>
  tx.updateTable('roleGrant').set(by).where('id', '=', id).where('endedAt', 'is', null).execute()

export const endAccountRow = (tx: ScopedTx, id: UserAccountId, at: Date) =>
  tx
    .updateTable('userAccount')
    .set({ endedAt: at })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()

/** The roles, what each covers and what each may do: the same rows that the policies read. */
export async function rolesAsData(tx: ScopedTx) {
  const roles = await tx
    .selectFrom('role')
    .select(['code', 'title', 'says', 'heldBy'])
    .orderBy('position')
    .execute()
  const categories = await tx.selectFrom('roleCategory').selectAll().execute()
  return roles.map(role => ({ ...role, categories: categories.filter(one => one.role === role.code) }))
}
