import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export interface NoticeRow {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly saidAt: Date
  readonly clockId: string
  readonly toUser?: string
  readonly toAgency?: string
  readonly forDeed?: string
}

/** Once for each clock and kind: the unique index forgives a second saying. */
export async function insertNotices(tx: ScopedTx, rows: readonly NoticeRow[]): Promise<void> {
  for (const row of rows) {
    await sql`insert into notice (id, kind, subject, said_at, clock_id, to_user, to_agency, for_deed)
      values (${row.id}, ${row.kind}, ${row.subject}, ${row.saidAt}, ${row.clockId}, ${row.toUser ?? null},
              ${row.toAgency ?? null}, ${row.forDeed ?? null})
      on conflict (clock_id, kind) where clock_id is not null do nothing`.execute(tx)
  }
}

export interface UnsentNotice {
  readonly id: string
  readonly addresses: string[]
}

/** Notices that nobody has been mailed about, each with the addresses of those it is for. */
export async function unsentNotices(tx: ScopedTx, most: number): Promise<UnsentNotice[]> {
  const unsent = await sql<UnsentNotice>`
    select n.id, coalesce((select array_agg(distinct u.email) from user_account u
      where u.ended_at is null
        and (u.id = n.to_user
          or (n.to_team is not null and exists (select from team_member m where m.team_id = n.to_team and m.user_id = u.id))
          or (n.to_agency = u.agency_id and (n.for_deed is null or exists (
            select from role_grant g join role_deed d on d.role = g.role
            where g.user_id = u.id and g.ended_at is null and (g.agreed_by is not null or g.asked_by is null)
              and d.deed = n.for_deed))))), '{}') as addresses
    from notice n where n.mailed_at is null order by n.said_at limit ${most} for update skip locked`.execute(
    tx,
  )
  return unsent.rows
}

export async function markMailed(tx: ScopedTx, id: string, now: Date): Promise<void> {
  await sql`update notice set mailed_at = ${now} where id = ${id}`.execute(tx)
}
