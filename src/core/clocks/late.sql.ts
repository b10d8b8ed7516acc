import type { AgencyId, ClockId, SubjectId } from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { NextClock } from '#core/manifest/feature.ts'

export interface LateClock {
  readonly id: ClockId
  readonly kind: string
  readonly subject: SubjectId
  readonly ownerAgency: AgencyId
  readonly dueAt: Date
  /** It is for named people only: all of these are told, and nobody else. */
  readonly sealed: boolean
}

/** Marks the clocks that have run out and were not raised. Two workers at once never take the same one. */
export async function clocksNowLate(tx: ScopedTx, now: Date, most: number): Promise<LateClock[]> {
  const late = await sql<LateClock>`
    update clock set raised_at = ${now}
    where id in (select id from clock where state = 'running' and raised_at is null and due_at <= ${now}
                 order by due_at limit ${most} for update skip locked)
    returning id, kind, subject, owner_agency, due_at,
      exists (select from seal s where s.subject = clock.subject) as sealed`.execute(tx)
  return late.rows
}

/** What ran out ends, and what is due in its stead runs in the same agency. */
export async function goUp(
  tx: ScopedTx,
  up: { from: LateClock; to: NextClock; id: ClockId; now: Date },
): Promise<void> {
  const { from, to, id, now } = up
  await sql`update clock set state = 'stopped', ended_at = ${now} where id = ${from.id}`.execute(tx)
  await sql`insert into clock (id, owner_agency, category, subject, since, kind, team_id, urgent, started_at, due_at, state)
    values (${id}, ${from.ownerAgency}, 'concern', ${from.subject}, ${now}, ${to.kind}, ${to.team}, false,
            ${to.startedAt}, ${to.dueAt}, 'running')`.execute(tx)
}
