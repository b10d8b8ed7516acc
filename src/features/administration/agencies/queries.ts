import type { AgencyId } from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { AgencyKind } from '#vocabulary/agencies.ts'

export const agenciesAll = (tx: ScopedTx) =>
  tx
    .selectFrom('agency')
    .select(['id', 'name', 'kind', 'sensitive', 'closedAt'])
    .orderBy('name')
    .orderBy('id')
    .execute()

export const agencyById = (tx: ScopedTx, id: AgencyId) =>
  tx.selectFrom('agency').selectAll().where('id', '=', id).executeTakeFirst()

export const openAgencyNamed = (tx: ScopedTx, name: string, not: AgencyId) =>
  tx
    .selectFrom('agency')
    .select('id')
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('closedAt', 'is', null)
    .where('id', '<>', not)
    .executeTakeFirst()

export interface AgencyRow {
  readonly name: string
  readonly kind: AgencyKind
  readonly sensitive: boolean
}

export const insertAgency = (tx: ScopedTx, agency: AgencyRow & { id: AgencyId; createdAt: Date }) =>
  tx.insertInto('agency').values(agency).execute()

export const changeAgencyRow = (tx: ScopedTx, id: AgencyId, agency: AgencyRow) =>
  tx.updateTable('agency').set(agency).where('id', '=', id).execute()

export const setClosed = (tx: ScopedTx, id: AgencyId, closedAt: Date | null) =>
  tx.updateTable('agency').set({ closedAt }).where('id', '=', id).execute()

/** What an agency is relied on for, in the words of the partnerships and areas. */
export async function reliedOnFor(
  tx: ScopedTx,
  id: AgencyId,
): Promise<{ leads: string[]; receives: string[]; openWork: boolean }> {
  const leads = await tx.selectFrom('partnership').select('name').where('leadAgency', '=', id).execute()
  const receives = await tx.selectFrom('area').select('name').where('receivingAgency', '=', id).execute()
  const work = await sql<{ open: boolean }>`select access.has_open_work(${id}) as open`.execute(tx)
  return {
    leads: leads.map(one => one.name),
    receives: receives.map(one => one.name),
    openWork: work.rows[0]?.open ?? true,
  }
}
