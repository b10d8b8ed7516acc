import { sql, type Insertable } from 'kysely'
import type { AgencyId, Clock, SubjectId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** Part of the statement's text: a prepared plan must see that the indexes of running clocks serve it. */
export const RUNNING = sql.lit('running' as const)

export const insertClock = (tx: ScopedTx, clock: Insertable<Clock>) =>
  tx.insertInto('clock').values(clock).execute()

export const settleClocks = (
  tx: ScopedTx,
  ended: {
    subject: SubjectId
    kinds: readonly string[]
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
