import type { Insertable } from 'kysely'
import type { Clock } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const insertClock = (tx: ScopedTx, clock: Insertable<Clock>) =>
  tx.insertInto('clock').values(clock).execute()

export const settleClocks = (
  tx: ScopedTx,
  ended: {
    subject: string
    kinds: readonly string[]
    state: 'met' | 'stopped'
    agency: string
    by: string
    now: Date
  },
) =>
  tx
    .updateTable('clock')
    .set({ state: ended.state, endedAt: ended.now, endedBy: ended.by })
    .where('subject', '=', ended.subject)
    .where('kind', 'in', ended.kinds)
    .where('ownerAgency', '=', ended.agency)
    .where('state', '=', 'running')
    .execute()

/** The viewer's running clocks of some kinds: danger first, then late, then due. */
export const runningClocks = (
  tx: ScopedTx,
  wanted: { agency: string; kinds: readonly string[]; limit: number },
) =>
  tx
    .selectFrom('clock')
    .select(['id', 'kind', 'subject', 'teamId', 'userId', 'urgent', 'dueAt', 'raisedAt'])
    .where('ownerAgency', '=', wanted.agency)
    .where('state', '=', 'running')
    .where('kind', 'in', wanted.kinds)
    .orderBy('urgent', 'desc')
    .orderBy('dueAt')
    .limit(wanted.limit)
    .execute()
