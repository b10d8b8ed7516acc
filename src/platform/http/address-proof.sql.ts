import { sql, type QueryExecutorProvider } from 'kysely'
import type { Id } from '#platform/database/id.ts'

export interface Asked<About extends Id = Id> {
  readonly id: string
  readonly address: string
  readonly purpose: string
  readonly about: About | null
  readonly leads: boolean
  readonly askedAt: Date
}

/** What this browser asks now takes the place of what it asked before. */
export async function keepAsked(
  gate: QueryExecutorProvider,
  asked: Asked & { readonly visitDigest: Buffer },
): Promise<void> {
  await sql`insert into address_proof (visit_digest, id, address, purpose, about, leads, asked_at, next_try_at)
    values (${asked.visitDigest}, ${asked.id}, ${asked.address}, ${asked.purpose}, ${asked.about}, ${asked.leads},
            ${asked.askedAt}, ${asked.askedAt})
    on conflict (visit_digest) do update set id = excluded.id, address = excluded.address, purpose = excluded.purpose,
      about = excluded.about, leads = excluded.leads, asked_at = excluded.asked_at, tries = 0,
      next_try_at = excluded.next_try_at, sent_at = null, used_at = null`.execute(gate)
}

/** What this browser asked for, where it has not been used. */
export async function askedBy<About extends Id>(
  gate: QueryExecutorProvider,
  visitDigest: Buffer,
  purpose: string,
): Promise<Asked<About> | null> {
  const found = await sql<Asked<About>>`
    select id, address, purpose, about, leads, asked_at from address_proof
    where visit_digest = ${visitDigest} and purpose = ${purpose} and used_at is null`.execute(gate)
  return found.rows[0] ?? null
}

/** @returns whether it was still to be used: of two that use it at once one hears no */
export async function useAsked(gate: QueryExecutorProvider, id: string, now: Date): Promise<boolean> {
  const used = await sql`update address_proof set used_at = ${now}
    where id = ${id} and leads and used_at is null returning id`.execute(gate)
  return used.rows.length === 1
}

export interface DueCode {
  readonly id: string
  readonly address: string
  readonly tries: number
}

/** The next code to mail: those never tried come before those that failed, and none that would have run out. */
export async function nextCode(
  tx: QueryExecutorProvider,
  at: { now: Date; notBefore: Date },
): Promise<DueCode | null> {
  const due = await sql<DueCode>`
    select id, address, tries from address_proof
    where leads and sent_at is null and next_try_at <= ${at.now} and asked_at > ${at.notBefore}
    order by tries, next_try_at limit 1 for update skip locked`.execute(tx)
  return due.rows[0] ?? null
}

export async function markCode(
  tx: QueryExecutorProvider,
  id: string,
  how: { sentAt: Date | null; nextTryAt: Date },
): Promise<void> {
  await sql`update address_proof set tries = tries + 1, sent_at = ${how.sentAt}, next_try_at = ${how.nextTryAt}
    where id = ${id}`.execute(tx)
}
