import type {
  AgencyId,
  ClockId,
  NoticeId,
  ReferrerId,
  SubjectId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export interface NoticeRow {
  readonly id: NoticeId
  readonly kind: string
  readonly subject: SubjectId
  readonly saidAt: Date
  readonly clockId: ClockId
  readonly toUser?: UserAccountId
  readonly toAgency?: AgencyId
  readonly forDeed?: string
  readonly toReferrer?: ReferrerId
}

/** Once for each clock and kind: the unique index forgives a second saying. */
export async function insertNotices(tx: ScopedTx, rows: readonly NoticeRow[]): Promise<void> {
  for (const row of rows) {
    await sql`insert into notice (id, kind, subject, said_at, clock_id, to_user, to_agency, for_deed, to_referrer)
      values (${row.id}, ${row.kind}, ${row.subject}, ${row.saidAt}, ${row.clockId}, ${row.toUser ?? null},
              ${row.toAgency ?? null}, ${row.forDeed ?? null}, ${row.toReferrer ?? null})
      on conflict (clock_id, kind) where clock_id is not null do nothing`.execute(tx)
  }
}

/**
 * Makes the letters of every notice that has none yet: to the person, to the team (to its agency's supervisors where the
 * team has no members), or to those of the agency who carry the deed.
 */
export async function addressLetters(tx: ScopedTx, now: Date): Promise<void> {
  await sql`
    with fresh as (
      update notice set mailed_at = ${now}
      where id in (select id from notice where mailed_at is null order by said_at limit 200 for update skip locked)
      returning id, to_user, to_team, to_agency, for_deed, to_referrer, subject),
    to_referrers as (
      insert into referrer_letter (notice_id, referrer_id, next_try_at)
      select f.id, r.id, ${now} from fresh f join referrer r on r.id = f.to_referrer
      where r.closes_at is null or r.closes_at > ${now}::timestamptz),
    addressed as (
      select f.id, f.to_user, f.to_team, f.subject,
        case when f.to_team is not null and not exists (select from team_member m where m.team_id = f.to_team)
          then (select t.agency_id from team t where t.id = f.to_team) else f.to_agency end as to_agency,
        case when f.to_team is not null then 'supervise' else f.for_deed end as for_deed
      from fresh f)
    insert into letter (notice_id, user_id, next_try_at)
    select a.id, u.id, ${now}
    from addressed a join user_account u on u.ended_at is null and u.kind = 'person'
      -- Whoever may not know of it gets no letter about it: that one came would say that there is something.
      and not exists (select from exclusion e where e.subject = a.subject and e.user_id = u.id)
      and (not exists (select from seal s where s.subject = a.subject) or exists (
        select from access_grant g where g.subject = a.subject and g.grantee = u.id and g.grantee_kind = 'user'
          and g.valid_during @> ${now}::timestamptz))
      and (u.id = a.to_user
        or exists (select from team_member m where m.team_id = a.to_team and m.user_id = u.id)
        or (u.agency_id = a.to_agency and (a.for_deed is null or exists (
          select from role_grant g join role_deed d on d.role = g.role
          where g.user_id = u.id and g.ended_at is null and (g.agreed_by is not null or g.asked_by is null)
            and d.deed = a.for_deed))))
    on conflict do nothing`.execute(tx)
}

/** To someone with an account, or to someone who proved the address. */
export interface DueLetter {
  readonly noticeId: NoticeId
  readonly userId: UserAccountId | null
  readonly email: string
  readonly tries: number
}

/** The next letter to send: those never tried come before those that failed. */
export async function nextLetter(tx: ScopedTx, now: Date): Promise<DueLetter | null> {
  const due = await sql<DueLetter>`
    select l.notice_id, l.user_id, u.email, l.tries from letter l join user_account u on u.id = l.user_id
    where l.sent_at is null and l.next_try_at <= ${now} and u.ended_at is null
    order by l.tries, l.next_try_at limit 1 for update of l skip locked`.execute(tx)
  const [first] = due.rows
  if (first) return first
  const out = await sql<DueLetter>`
    select l.notice_id, null as user_id, r.email, l.tries from referrer_letter l join referrer r on r.id = l.referrer_id
    where l.sent_at is null and l.next_try_at <= ${now}
    order by l.tries, l.next_try_at limit 1 for update of l skip locked`.execute(tx)
  return out.rows[0] ?? null
}

export async function markLetter(
  tx: ScopedTx,
  letter: DueLetter,
  how: { sentAt: Date } | { nextTryAt: Date },
): Promise<void> {
  const sentAt = 'sentAt' in how ? how.sentAt : null
  const nextTryAt = 'nextTryAt' in how ? how.nextTryAt : how.sentAt
  if (letter.userId === null)
    await sql`update referrer_letter set tries = tries + 1, sent_at = ${sentAt}, next_try_at = ${nextTryAt}
      where notice_id = ${letter.noticeId}`.execute(tx)
  else
    await sql`update letter set tries = tries + 1, sent_at = ${sentAt}, next_try_at = ${nextTryAt}
      where notice_id = ${letter.noticeId} and user_id = ${letter.userId}`.execute(tx)
}
