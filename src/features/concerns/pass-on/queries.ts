import { sql } from 'kysely'
import type {
  AgencyId,
  AreaId,
  ConcernId,
  ConcernPassingId,
  TeamId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** From now on this area's team receives it. Nothing that was sent changes. */
export const route = (
  tx: ScopedTx,
  concernId: ConcernId,
  to: { areaId: AreaId; receivingAgency: AgencyId; receivingTeam: TeamId },
) => tx.updateTable('concern').set(to).where('id', '=', concernId).executeTakeFirst()

export const insertPassing = (
  tx: ScopedTx,
  said: {
    id: ConcernPassingId
    ownerAgency: AgencyId
    concernId: ConcernId
    reference: string
    fromArea: AreaId
    fromTeam: TeamId
    toArea: AreaId
    toTeam: TeamId
    why: string
    passedBy: UserAccountId
    passedByName: string
    passedAt: Date
  },
) =>
  tx
    .insertInto('concernPassing')
    .values({ ...said, subject: said.id, category: 'concern', since: said.passedAt })
    .execute()

const passings = (tx: ScopedTx) =>
  tx
    .selectFrom('concernPassing')
    .innerJoin('area as from', 'from.id', 'concernPassing.fromArea')
    .innerJoin('team as fromTeam', 'fromTeam.id', 'concernPassing.fromTeam')
    .innerJoin('area as to', 'to.id', 'concernPassing.toArea')
    .innerJoin('team as toTeam', 'toTeam.id', 'concernPassing.toTeam')
    .select([
      'concernPassing.id',
      'concernPassing.ownerAgency',
      'concernId',
      'reference',
      'from.name as fromArea',
      'fromTeam.name as fromTeam',
      'to.name as toArea',
      'toTeam.name as toTeam',
      'why',
      'passedByName',
      'passedAt',
    ])

/** By whom a concern was passed on, newest first: as far as those who passed it on have told the viewer's agency. */
export const passingsOf = (tx: ScopedTx, concernId: ConcernId) =>
  passings(tx)
    .where('concernId', '=', concernId)
    .orderBy('passedAt', 'desc')
    .orderBy('concernPassing.id', 'desc')
    .execute()

/** What an agency has passed on, newest first; nothing of what this viewer is outside of. */
export const passedOnBy = (
  tx: ScopedTx,
  of: { agency: AgencyId; viewer: UserAccountId },
  window: { offset: number; limit: number },
) =>
  passings(tx)
    .where('concernPassing.ownerAgency', '=', of.agency)
    .where(sql<boolean>`not access.is_outside(concern_passing.concern_id, ${of.viewer})`)
    .orderBy('passedAt', 'desc')
    .orderBy('concernPassing.id', 'desc')
    .offset(window.offset)
    .limit(window.limit)
    .execute()
