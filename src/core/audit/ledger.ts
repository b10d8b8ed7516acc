import { sql, type QueryExecutorProvider } from 'kysely'
import type { LedgerDetail } from '#core/access/act.ts'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { Id } from '#platform/database/id.ts'

/**
 * Writes one entry about a deed or a look. Who, when, in which roles and whose record it is are filled in by
 * the database from the transaction itself.
 */
export async function writeEntry(
  tx: ScopedTx,
  entry: { deed: string; subject: Id | null; detail: LedgerDetail },
): Promise<void> {
  await sql`select audit.record(${entry.deed}, ${entry.subject}, ${JSON.stringify(entry.detail)}::jsonb)`.execute(
    tx,
  )
}

/** The same for several subjects at once. */
export async function writeEntries(
  tx: ScopedTx,
  entries: { deed: string; subjects: readonly Id[]; detail: LedgerDetail },
): Promise<void> {
  await sql`select audit.record_each(${entries.deed}, ${[...entries.subjects]}::uuid[], ${JSON.stringify(entries.detail)}::jsonb)`.execute(
    tx,
  )
}

/**
 * Writes one entry about an account in the name of a service that has no transaction of its own with a viewer: the
 * door, before anyone is signed in. One statement, so that it stands or does not. Nothing that anyone typed: the
 * account's id, or null where it is nobody's.
 */
export async function writeServiceEntry(
  db: QueryExecutorProvider,
  service: string,
  entry: { deed: string; account: UserAccountId | null; at: Date },
): Promise<void> {
  await sql`
    with opened as materialized (select access.open('service', '', ${service}, ${entry.at.toISOString()}))
    select audit.record(${entry.deed}, null, ${JSON.stringify({ account: entry.account })}::jsonb) from opened`.execute(
    db,
  )
}
