import type { AgencyId, PartnershipId } from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { Nation } from '#vocabulary/nations.ts'

const partnerships = (tx: ScopedTx) =>
  tx
    .selectFrom('partnership')
    .innerJoin('agency', 'agency.id', 'partnership.leadAgency')
    .innerJoin('nation', 'nation.code', 'partnership.nation')
    .select([
      'partnership.id',
      'partnership.name',
      'partnership.nation',
      'partnership.leadAgency',
      'agency.name as leadName',
      'nation.name as nationName',
      'nation.status as nationStatus',
    ])

/** Those that an agency leads, or all of them. */
export const partnershipsLedBy = (tx: ScopedTx, agencyId: AgencyId | null) =>
  (agencyId === null ? partnerships(tx) : partnerships(tx).where('partnership.leadAgency', '=', agencyId))
    .orderBy('partnership.name')
    .execute()

export const partnershipById = (tx: ScopedTx, id: PartnershipId) =>
  partnerships(tx).where('partnership.id', '=', id).executeTakeFirst()

export const partnershipNamed = (tx: ScopedTx, name: string, not: PartnershipId) =>
  tx
    .selectFrom('partnership')
    .select('id')
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('id', '<>', not)
    .executeTakeFirst()

export const membersOf = (tx: ScopedTx, partnershipId: PartnershipId) =>
  tx
    .selectFrom('partnershipAgency')
    .innerJoin('agency', 'agency.id', 'partnershipAgency.agencyId')
    .select(['agency.id', 'agency.name', 'agency.kind', 'agency.closedAt'])
    .where('partnershipId', '=', partnershipId)
    .orderBy('agency.name')
    .execute()

export const openAgencies = (tx: ScopedTx) =>
  tx.selectFrom('agency').select(['id', 'name']).where('closedAt', 'is', null).orderBy('name').execute()

export const areasOfPartnership = (tx: ScopedTx, partnershipId: PartnershipId) =>
  tx
    .selectFrom('area')
    .innerJoin('agency', 'agency.id', 'area.receivingAgency')
    .innerJoin('team', 'team.id', 'area.receivingTeam')
    .innerJoin('nation', 'nation.code', 'area.nation')
    .select([
      'area.id',
      'area.name',
      'area.receivingAgency',
      'dayPhone',
      'outOfHoursPhone',
      'agency.name as agencyName',
      'team.name as teamName',
      'nation.name as nationName',
      'nation.status as nationStatus',
    ])
    .where('partnershipId', '=', partnershipId)
    .orderBy('area.name')
    .execute()

export const insertPartnership = (
  tx: ScopedTx,
  partnership: { id: PartnershipId; name: string; nation: Nation; leadAgency: AgencyId; createdAt: Date },
) => tx.insertInto('partnership').values(partnership).execute()

export const changePartnershipRow = (
  tx: ScopedTx,
  id: PartnershipId,
  partnership: { name: string; leadAgency: AgencyId },
) => tx.updateTable('partnership').set(partnership).where('id', '=', id).execute()

export const insertMember = (tx: ScopedTx, member: { partnershipId: PartnershipId; agencyId: AgencyId }) =>
  tx
    .insertInto('partnershipAgency')
    .values(member)
    .onConflict(on => on.doNothing())
    .execute()

export const deleteMember = (tx: ScopedTx, member: { partnershipId: PartnershipId; agencyId: AgencyId }) =>
  tx
    .deleteFrom('partnershipAgency')
    .where('partnershipId', '=', member.partnershipId)
    .where('agencyId', '=', member.agencyId)
    .execute()
