import type { AgencyId, RoleGrantId, UserAccountId } from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** Whether an agency is in the host's care: it has not had two administrators with accounts set up. */
export async function isInCare(tx: ScopedTx, agencyId: AgencyId): Promise<boolean> {
  const care = await sql<{ cares: boolean }>`
    select ${agencyId}::uuid in (select access.agencies_in_care()) as cares`.execute(tx)
  return care.rows[0]?.cares ?? false
}

export interface FirstAdministrator {
  readonly userId: UserAccountId
  readonly name: string
  readonly email: string
  readonly grantId: RoleGrantId
  readonly counts: boolean
  readonly askedByMe: boolean
}

/** The administrators of an agency in care; none of any other agency's. */
export async function administratorsOf(tx: ScopedTx, agencyId: AgencyId): Promise<FirstAdministrator[]> {
  const found = await sql<FirstAdministrator>`
    select user_id, name, email, grant_id, counts, asked_by_me
    from access.administrators_in_care(${agencyId}) order by name, user_id`.execute(tx)
  return found.rows
}

export interface NewAdministrator {
  readonly id: UserAccountId
  readonly agencyId: AgencyId
  readonly name: string
  readonly email: string
  readonly jobTitle: string
  readonly createdAt: Date
}

/** @returns whether it was made; an address that the agency has already is not */
export async function insertFirst(
  tx: ScopedTx,
  person: NewAdministrator,
  grant: { id: RoleGrantId; askedBy: UserAccountId },
): Promise<boolean> {
  const made = await tx
    .insertInto('userAccount')
    .values(person)
    .onConflict(on => on.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return false
  await tx
    .insertInto('roleGrant')
    .values({
      ...grant,
      agencyId: person.agencyId,
      userId: person.id,
      role: 'administrator',
      askedAt: person.createdAt,
    })
    .execute()
  return true
}
