import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { Nation } from '#vocabulary/nations.ts'

export const setArea = (
  tx: ScopedTx,
  id: string,
  phones: { dayPhone: string | null; outOfHoursPhone: string | null },
) => tx.updateTable('area').set(phones).where('id', '=', id).execute()

export async function setHours(
  tx: ScopedTx,
  areaId: string,
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
export const teamsOfPartnership = (tx: ScopedTx, partnershipId: string) =>
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
  readonly receivingAgency: string
  readonly receivingTeam: string
}

export const insertArea = (tx: ScopedTx, area: AreaRow & { id: string; partnershipId: string }) =>
  tx.insertInto('area').values(area).execute()

export const changeAreaRow = (tx: ScopedTx, id: string, area: AreaRow) =>
  tx.updateTable('area').set(area).where('id', '=', id).execute()

export const areaNamed = (tx: ScopedTx, area: { partnershipId: string; name: string; not: string }) =>
  tx
    .selectFrom('area')
    .select('id')
    .where('partnershipId', '=', area.partnershipId)
    .where(sql`lower(name)`, '=', area.name.toLowerCase())
    .where('id', '<>', area.not)
    .executeTakeFirst()
