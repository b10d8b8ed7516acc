import type { AgencyId, AreaId, PartnershipId, TeamId } from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { Nation } from '#vocabulary/nations.ts'

export const setArea = (
  tx: ScopedTx,
  id: AreaId,
  phones: { dayPhone: string | null; outOfHoursPhone: string | null },
) => tx.updateTable('area').set(phones).where('id', '=', id).execute()

export async function setHours(
  tx: ScopedTx,
  areaId: AreaId,
  week: readonly { weekday: number; opens: string; closes: string }[],
): Promise<void> {
  await tx.deleteFrom('areaHours').where('areaId', '=', areaId).execute()
  if (week.length > 0)
    await tx
      .insertInto('areaHours')
      .values(week.map(day => ({ areaId, ...day })))
      .execute()
}

/** Whose rules may hold in an area, and whether those kept here are confirmed. */
export const nationsAll = (tx: ScopedTx) =>
  tx.selectFrom('nation').select(['code', 'name', 'status']).orderBy('position').execute()

/** The teams of the open agencies of a partnership: those that may receive concerns. */
export const teamsOfPartnership = (tx: ScopedTx, partnershipId: PartnershipId) =>
  tx
    .selectFrom('team')
    .innerJoin('agency', 'agency.id', 'team.agencyId')
    .innerJoin('partnershipAgency', 'partnershipAgency.agencyId', 'agency.id')
    .select(['team.id', 'team.name', 'team.agencyId', 'agency.name as agencyName'])
    .where('partnershipId', '=', partnershipId)
    .where('agency.closedAt', 'is', null)
    .orderBy('agency.name')
    .orderBy('team.name')
    .execute()

export interface AreaRow {
  readonly name: string
  readonly nation: Nation
  readonly receivingAgency: AgencyId
  readonly receivingTeam: TeamId
  readonly outOfHoursTeam: TeamId | null
}

export const insertArea = (tx: ScopedTx, area: AreaRow & { id: AreaId; partnershipId: PartnershipId }) =>
  tx.insertInto('area').values(area).execute()

export const changeAreaRow = (tx: ScopedTx, id: AreaId, area: AreaRow) =>
  tx.updateTable('area').set(area).where('id', '=', id).execute()

export const areaNamed = (tx: ScopedTx, area: { partnershipId: PartnershipId; name: string; not: AreaId }) =>
  tx
    .selectFrom('area')
    .select('id')
    .where('partnershipId', '=', area.partnershipId)
    .where(sql`lower(name)`, '=', area.name.toLowerCase())
    .where('id', '<>', area.not)
    .executeTakeFirst()
