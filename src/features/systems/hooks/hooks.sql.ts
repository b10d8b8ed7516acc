import { sql } from 'kysely'
import type { ConcernId, UserAccountId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/**
 * Notes each reply to a concern of a system, and each notice to it, from when it was told where to call: once for each,
 * also when the worker starts again half-way.
 */
export async function noteCalls(tx: ScopedTx, now: Date): Promise<void> {
  await sql`
    insert into hook_call (about, user_id, concern_id, event, happened_at, next_try_at)
    select r.id, s.user_id, r.concern_id, 'concern.' || r.step, r.said_at, ${now}::timestamptz
    from agency_system s join concern c on c.sent_by = s.user_id join concern_reply r on r.concern_id = c.id
    where s.hook_url is not null and r.step <> 'received' and r.said_at >= s.hook_set_at
      and not exists (select from hook_call h where h.about = r.id and h.user_id = s.user_id)
    union all
    select n.id, s.user_id, n.subject, n.kind, n.said_at, ${now}::timestamptz
    from agency_system s join notice n on n.to_user = s.user_id
    where s.hook_url is not null and n.kind = 'concern.nobody-yet' and n.said_at >= s.hook_set_at
      and not exists (select from hook_call h where h.about = n.id and h.user_id = s.user_id)
    on conflict do nothing`.execute(tx)
}

export interface DueCall {
  readonly about: string
  readonly userId: UserAccountId
  readonly concernId: ConcernId
  readonly event: string
  readonly happenedAt: Date
  readonly tries: number
  readonly url: string
  readonly setAt: Date
}

/** The next call to make; none of a system whose account has ended. */
export async function nextCall(tx: ScopedTx, now: Date): Promise<DueCall | null> {
  const due = await sql<DueCall>`
    select h.about, h.user_id, h.concern_id, h.event, h.happened_at, h.tries, s.hook_url as url, s.hook_set_at as set_at
    from hook_call h join agency_system s on s.user_id = h.user_id and s.hook_url is not null
      join user_account u on u.id = h.user_id and u.ended_at is null
    where h.answered_at is null and h.given_up_at is null and h.next_try_at <= ${now}
    order by h.tries, h.next_try_at limit 1 for update of h skip locked`.execute(tx)
  return due.rows[0] ?? null
}

export async function markCall(
  tx: ScopedTx,
  call: DueCall,
  how: { answeredAt?: Date; nextTryAt?: Date; givenUpAt?: Date },
): Promise<void> {
  await sql`update hook_call set tries = tries + 1, answered_at = ${how.answeredAt ?? null},
      given_up_at = ${how.givenUpAt ?? null}, next_try_at = coalesce(${how.nextTryAt ?? null}::timestamptz, next_try_at)
    where about = ${call.about} and user_id = ${call.userId}`.execute(tx)
}
