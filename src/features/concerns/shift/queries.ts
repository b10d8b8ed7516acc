import type {
  AgencyId,
  ClockId,
  ConcernId,
  ConcernShiftId,
  TeamId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { RUNNING } from '#core/clocks/queries.ts'
import { sql } from 'kysely'
import { DECIDING } from '../clock-kinds.ts'

/** What an agency has open of concerns that are not sealed, with its children: danger first, then by when each is due. */
const open = (tx: ScopedTx, agency: AgencyId) =>
  tx
    .selectFrom('clock')
    .innerJoin('concern', 'concern.id', 'clock.subject')
    .leftJoin('userAccount as has', 'has.id', 'clock.userId')
    .leftJoin('concernChild as one', join =>
      join.on(({ eb, ref }) => eb(sql.ref('clock.part'), '=', ref('one.id'))),
    )
    .select([
      'clock.id as clockId',
      'clock.kind',
      'one.id as childId',
      'clock.teamId',
      'clock.userId',
      'clock.urgent',
      'clock.dueAt',
      'concern.id as concernId',
      'concern.reference',
      'concern.areaId',
      'concern.receivingTeam',
      'concern.sentAt',
      'has.name as hasName',
    ])
    .select(
      sql<string>`(select string_agg(c.called, ', ' order by c.position) from concern_child c
        where c.subject = concern.id and (clock.part is null or c.id = clock.part))`.as('called'),
    )
    .where('clock.ownerAgency', '=', agency)
    .where('clock.kind', 'in', DECIDING)
    .where('clock.state', '=', RUNNING)
    .where('concern.sealed', '=', false)
    .orderBy('clock.urgent', 'desc')
    .orderBy('clock.dueAt')
    .orderBy('clock.id')

export type OpenItem = Awaited<ReturnType<typeof openWithTeams>>[number]

export const openWithTeams = (
  tx: ScopedTx,
  of: { agency: AgencyId; teams: readonly TeamId[]; most: number },
) => open(tx, of.agency).where('clock.teamId', 'in', of.teams).limit(of.most).execute()

export const openWithPerson = (tx: ScopedTx, of: { agency: AgencyId; user: UserAccountId; most: number }) =>
  open(tx, of.agency).where('clock.userId', '=', of.user).limit(of.most).execute()

/** How much each person of an agency has in hand, and what nobody has: by how many, how many late, and since when. */
export const inHandByPerson = (tx: ScopedTx, agency: AgencyId, now: Date) =>
  tx
    .selectFrom('clock')
    .innerJoin('concern', 'concern.id', 'clock.subject')
    .select(({ fn }) => [
      'clock.userId',
      fn.countAll<number>().as('count'),
      fn.countAll<number>().filterWhere('clock.dueAt', '<=', now).as('late'),
      fn.min('concern.sentAt').as('oldest'),
    ])
    .where('clock.ownerAgency', '=', agency)
    .where('clock.kind', 'in', DECIDING)
    .where('clock.state', '=', RUNNING)
    .where('concern.sealed', '=', false)
    .groupBy('clock.userId')
    .execute()

export const insertShift = (
  tx: ScopedTx,
  said: {
    id: ConcernShiftId
    ownerAgency: AgencyId
    subject: ConcernId
    clockId: ClockId
    fromTeam: TeamId
    toTeam: TeamId
    note: string
    ownNote: string | null
    handedBy: UserAccountId
    handedByName: string
    handedAt: Date
  },
) =>
  tx
    .insertInto('concernShift')
    .values({ ...said, category: 'concern', since: said.handedAt })
    .execute()

const shifts = (tx: ScopedTx) =>
  tx
    .selectFrom('concernShift')
    .innerJoin('team as from', 'from.id', 'concernShift.fromTeam')
    .innerJoin('team as to', 'to.id', 'concernShift.toTeam')
    .select([
      'concernShift.clockId',
      'concernShift.toTeam',
      'from.name as fromName',
      'to.name as toName',
      'note',
      'ownNote',
      'handedByName',
      'handedAt',
    ])
    .orderBy('handedAt', 'desc')
    .orderBy('concernShift.id', 'desc')

export const shiftsOn = (tx: ScopedTx, concernId: ConcernId) =>
  shifts(tx).where('concernShift.subject', '=', concernId).execute()

export const shiftsOf = (tx: ScopedTx, clocks: readonly ClockId[]) =>
  clocks.length === 0 ? Promise.resolve([]) : shifts(tx).where('concernShift.clockId', 'in', clocks).execute()
