import { sql, type QueryExecutorProvider } from 'kysely'
import type { OwningAct, ReferrerAct } from './act.ts'
import type { AgencyId, ConcernId, ReferrerId, TeamId, UserAccountId } from './generated/tables.ts'
import type { ScopedTx } from './scoped-tx.ts'

// At the door, before anyone is let in ----------------------------------------------------------------

/** The one that an address has begun and not sent, or a new one. */
export async function unsentOf(
  gate: QueryExecutorProvider,
  of: { email: string; fresh: ReferrerId; now: Date },
): Promise<ReferrerId> {
  const found = await sql<{ id: ReferrerId }>`
    insert into referrer (id, email, begun_at, proven_at) values (${of.fresh}, ${of.email}, ${of.now}, ${of.now})
    on conflict (lower(email)) where concern is null do update set proven_at = excluded.proven_at
    returning id`.execute(gate)
  const [row] = found.rows
  if (!row) throw new Error('an address was proved and led nowhere')
  return row.id
}

/** The one that an address has sent under a reference and may come back to. */
export async function sentUnder(
  gate: QueryExecutorProvider,
  of: { email: string; reference: string; now: Date },
): Promise<ReferrerId | null> {
  const found = await sql<{ id: ReferrerId }>`
    select id from referrer where lower(email) = lower(${of.email}) and reference = ${of.reference}
      and (closes_at is null or closes_at > ${of.now}) order by id limit 1`.execute(gate)
  return found.rows[0]?.id ?? null
}

// As the referrer --------------------------------------------------------------------------------------

/** For the transaction in which they send: what they write is from here on this agency's. */
export async function sendingTo(act: ReferrerAct, agencyId: AgencyId): Promise<OwningAct> {
  await sql`select access.send_to(${agencyId})`.execute(act.tx)
  return { ...act, viewer: { id: act.viewer.id, agencyId } }
}

/** It is sent: from now on they come back to it by its reference. */
export async function markSent(
  act: ReferrerAct,
  sent: { concern: ConcernId; reference: string; at: Date },
): Promise<void> {
  await sql`update referrer set concern = ${sent.concern}, reference = ${sent.reference}, sent_at = ${sent.at}
    where id = ${act.viewer.id} and concern is null`.execute(act.tx)
}

export interface Hands {
  readonly kind: string
  readonly agency: AgencyId
  readonly team: TeamId | null
  readonly person: UserAccountId | null
}

/** In whose hands what they sent is, by clocks of these kinds, newest first. Shown to nobody. */
export async function inWhoseHands(act: ReferrerAct, kinds: readonly string[]): Promise<Hands[]> {
  const found = await sql<Hands>`
    select kind, agency, team, person from access.in_whose_hands(${[...kinds]}::text[])`.execute(act.tx)
  return found.rows
}

// As those who decide, and as the worker ---------------------------------------------------------------

/** Whoever sent it has heard the last: two weeks more and their way back is closed. */
export async function hasHeard(tx: ScopedTx, id: ReferrerId): Promise<void> {
  await sql`select access.referrer_has_heard(${id})`.execute(tx)
}

/** Takes away what was begun and never sent, whose draft has gone. */
export async function dropUnsent(tx: QueryExecutorProvider, most: number): Promise<number> {
  const dropped = await sql`delete from referrer where id in (select id from referrer
    where concern is null and proven_at < access.moment() - interval '15 days' limit ${most})`.execute(tx)
  return Number(dropped.numAffectedRows ?? 0)
}

// The list ---------------------------------------------------------------------------------------------

export interface ReferrerKind {
  readonly code: string
  readonly label: string
  readonly professional: boolean
}

/** What someone without an account says that they are. */
export async function referrerKinds(tx: ScopedTx): Promise<ReferrerKind[]> {
  const found = await sql<ReferrerKind>`
    select code, label ->> 'en' as label, professional from referrer_kind order by position`.execute(tx)
  return found.rows
}
