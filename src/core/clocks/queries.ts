import { sql, type Insertable } from 'kysely'
import type { AgencyId, Clock, SubjectId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { Id } from '#platform/database/id.ts'

/** Part of the statement's text: a prepared plan must see that the indexes of running clocks serve it. */
export const RUNNING = sql.lit('running' as const)

export const insertClock = (tx: ScopedTx, clock: Insertable<Clock>) =>
  tx.insertInto('clock').values(clock).execute()

export const settleClocks = (
  tx: ScopedTx,
  ended: {
    subject: SubjectId
    kinds: readonly string[]
    part?: Id | undefined
    state: 'met' | 'stopped'
    agency: AgencyId
    by: UserAccountId
    now: Date
  },
) =>
  tx
    .updateTable('clock')
    .set({ state: ended.state, endedAt: ended.now, endedBy: ended.by })
    .where('subject', '=', ended.subject)
    .where('kind', 'in', ended.kinds)
    .where('ownerAgency', '=', ended.agency)
    .where('state', '=', RUNNING)
    .$if(ended.part !== undefined, of => of.where('part', '=', ended.part ?? null))
    .execute()

export const assignClocks = (
  tx: ScopedTx,
  given: { subject: SubjectId; kinds: readonly string[]; agency: AgencyId; user: UserAccountId },
) =>
  tx
    .updateTable('clock')
    .set({ userId: given.user })
    .where('subject', '=', given.subject)
    .where('kind', 'in', given.kinds)
    .where('ownerAgency', '=', given.agency)
    .where('state', '=', RUNNING)
    .execute()

export const passClocks = (
  tx: ScopedTx,
  of: { subject: SubjectId; from: UserAccountId; to: UserAccountId | null; agency: AgencyId },
) =>
  tx
    .updateTable('clock')
    .set({ userId: of.to })
    .where('subject', '=', of.subject)
    .where('ownerAgency', '=', of.agency)
    .where('userId', '=', of.from)
    .where('state', '=', RUNNING)
    .execute()

/** The running clocks of one subject in an agency, of these kinds, or of one part of it. */
interface Running {
  readonly subject: SubjectId
  readonly kinds: readonly string[]
  readonly part?: Id
  readonly agency: AgencyId
}

const changeRunning = (tx: ScopedTx, of: Running) =>
  tx
    .updateTable('clock')
    .where('subject', '=', of.subject)
    .where('kind', 'in', of.kinds)
    .where('ownerAgency', '=', of.agency)
    .where('state', '=', RUNNING)
    .$if(of.part !== undefined, clocks => clocks.where('part', '=', of.part ?? null))

export const setOwner = (tx: ScopedTx, of: Running & { to: { team: TeamId; user: UserAccountId | null } }) =>
  changeRunning(tx, of).set({ teamId: of.to.team, userId: of.to.user }).execute()

export const hasten = (tx: ScopedTx, of: Running & { by: { dueAt: Date; urgent: boolean } }) =>
  changeRunning(tx, of)
    // No earlier than it began.
    .set({
      dueAt: sql<Date>`least(due_at, greatest(${of.by.dueAt}::timestamptz, started_at))`,
      urgent: sql<boolean>`urgent or ${of.by.urgent}`,
    })
    .execute()

/** What runs on a subject in an agency. */
export const runningOn = (tx: ScopedTx, of: { subject: SubjectId; agency: AgencyId }) =>
  tx
    .selectFrom('clock')
    .select(['kind', 'category', 'teamId', 'userId', 'urgent', 'part', 'startedAt', 'dueAt'])
    .where('subject', '=', of.subject)
    .where('ownerAgency', '=', of.agency)
    .where('state', '=', RUNNING)
    .orderBy('id')
    .execute()

/** The clocks of an agency that stand with a person, untaken with their teams, or late with anyone else. */
export type Whose = { readonly user: UserAccountId; readonly teams: readonly TeamId[] } & (
  | { readonly part: 'own' }
  | { readonly part: 'team' }
  | { readonly part: 'late-elsewhere'; readonly lateAt: Date }
)

interface Wanted {
  readonly agency: AgencyId
  readonly kinds: readonly string[]
  /** Left out: the agency's, whosever. */
  readonly whose?: Whose
}

function running(tx: ScopedTx, wanted: Wanted) {
  const clocks = tx
    .selectFrom('clock')
    .where('ownerAgency', '=', wanted.agency)
    .where('state', '=', RUNNING)
    .where('kind', '=', ({ val, fn }) => fn.any(val([...wanted.kinds])))
  const { whose } = wanted
  switch (whose?.part) {
    case undefined:
      return clocks
    case 'own':
      return clocks.where('userId', '=', whose.user)
    case 'team':
      return clocks.where('userId', 'is', null).where('teamId', 'in', whose.teams)
    case 'late-elsewhere':
      return clocks
        .where('dueAt', '<=', whose.lateAt)
        .where(({ and, or, eb }) =>
          or([
            eb('userId', '<>', whose.user),
            and([
              eb('userId', 'is', null),
              ...(whose.teams.length > 0 ? [eb('teamId', 'not in', whose.teams)] : []),
            ]),
          ]),
        )
  }
}

/** Danger first, then late, then due. */
export const runningClocks = (tx: ScopedTx, wanted: Wanted & { limit: number }) =>
  running(tx, wanted)
    .select(['id', 'kind', 'subject', 'teamId', 'userId', 'urgent', 'dueAt'])
    .orderBy('urgent', 'desc')
    .orderBy('dueAt')
    .orderBy('id')
    .limit(wanted.limit)
    .execute()

/** How many run, counted no further than `most`. */
export const countClocks = async (tx: ScopedTx, wanted: Wanted & { most: number }): Promise<number> => {
  const { counted } = await tx
    .selectFrom(running(tx, wanted).select('id').limit(wanted.most).as('some'))
    .select(({ fn }) => fn.countAll<string>().as('counted'))
    .executeTakeFirstOrThrow()
  return Number(counted)
}
