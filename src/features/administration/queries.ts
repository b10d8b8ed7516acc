import type { AgencyId, AreaId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** Where a concern about a child of this area goes, or undefined when there is no such area. */
export const areaById = (tx: ScopedTx, id: AreaId) =>
  tx
    .selectFrom('area')
    .innerJoin('partnership', 'partnership.id', 'area.partnershipId')
    .innerJoin('agency', 'agency.id', 'area.receivingAgency')
    .innerJoin('team', 'team.id', 'area.receivingTeam')
    .select([
      'area.id',
      'area.name',
      'area.partnershipId',
      'area.nation',
      'partnership.name as partnershipName',
      'partnership.leadAgency',
      'area.receivingAgency',
      'area.receivingTeam',
      'team.name as teamName',
      'agency.name as agencyName',
      'dayPhone',
      'outOfHoursPhone',
      'openOnBankHolidays',
      'outOfHoursTeam',
    ])
    .where('area.id', '=', id)
    .executeTakeFirst()

export const hoursOf = (tx: ScopedTx, areaId: AreaId) =>
  tx
    .selectFrom('areaHours')
    .select(['weekday', 'opens', 'closes'])
    .where('areaId', '=', areaId)
    .orderBy('weekday')
    .execute()

/** The areas of the partnerships that an agency belongs to. */
export const areasOfAgency = (tx: ScopedTx, agencyId: AgencyId) =>
  tx
    .selectFrom('area')
    .innerJoin('partnershipAgency', 'partnershipAgency.partnershipId', 'area.partnershipId')
    .innerJoin('partnership', 'partnership.id', 'area.partnershipId')
    .select([
      'area.id',
      'area.name',
      'partnership.name as partnershipName',
      'partnership.leadAgency',
      'dayPhone',
      'outOfHoursPhone',
    ])
    .where('partnershipAgency.agencyId', '=', agencyId)
    .orderBy('area.name')
    .execute()

/** Who receives concerns in the areas of the partnerships that an agency belongs to, by area. */
export const receiversFor = (tx: ScopedTx, agencyId: AgencyId) =>
  tx
    .selectFrom('area')
    .innerJoin('partnershipAgency', 'partnershipAgency.partnershipId', 'area.partnershipId')
    .innerJoin('agency', 'agency.id', 'area.receivingAgency')
    .innerJoin('team', 'team.id', 'area.receivingTeam')
    .select([
      'area.id',
      'area.name',
      'area.receivingAgency',
      'area.receivingTeam',
      'agency.name as agencyName',
      'team.name as teamName',
    ])
    .where('partnershipAgency.agencyId', '=', agencyId)
    .where('agency.closedAt', 'is', null)
    .orderBy('area.name')
    .orderBy('area.id')
    .execute()

/** The areas whose receiving agency is open, whichever their partnership. */
export const areasOpen = (tx: ScopedTx) =>
  tx
    .selectFrom('area')
    .innerJoin('agency', 'agency.id', 'area.receivingAgency')
    .select(['area.id', 'area.name'])
    .where('agency.closedAt', 'is', null)
    .orderBy('area.name')
    .orderBy('area.id')
    .execute()

/** The teams of an agency that receive concerns in some area, by day or out of hours. */
export const receivingTeamsOf = (tx: ScopedTx, agencyId: AgencyId) =>
  tx
    .selectFrom('team')
    .select(['team.id', 'team.name'])
    .where('team.agencyId', '=', agencyId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('area')
          .select('area.id')
          .where(({ or, eb, ref }) =>
            or([
              eb('area.receivingTeam', '=', ref('team.id')),
              eb('area.outOfHoursTeam', '=', ref('team.id')),
            ]),
          ),
      ),
    )
    .orderBy('team.name')
    .execute()

/** The police of the partnership that an area belongs to. */
export const policeFor = async (tx: ScopedTx, areaId: AreaId): Promise<AgencyId[]> => {
  const police = await tx
    .selectFrom('area')
    .innerJoin('partnershipAgency', 'partnershipAgency.partnershipId', 'area.partnershipId')
    .innerJoin('agency', 'agency.id', 'partnershipAgency.agencyId')
    .select('agency.id')
    .where('area.id', '=', areaId)
    .where('agency.kind', '=', 'police')
    .where('agency.closedAt', 'is', null)
    .orderBy('agency.id')
    .execute()
  return police.map(agency => agency.id)
}

export const areaNamesAll = (tx: ScopedTx) => tx.selectFrom('area').select(['id', 'name']).execute()
