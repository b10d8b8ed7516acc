import { sql } from 'kysely'
import type { LedgerDetail } from '#core/access/act.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/**
 * Writes one entry about a deed or a look. Who, when, in which roles and whose record it is are filled in by
 * the database from the transaction itself.
 */
export async function writeEntry(
  tx: ScopedTx,
  entry: { deed: string; subject: string | null; detail: LedgerDetail },
): Promise<void> {
  await sql`select audit.record(${entry.deed}, ${entry.subject}, ${JSON.stringify(entry.detail)}::jsonb)`.execute(
    tx,
  )
}

/** The same for several subjects at once. */
export async function writeEntries(
  tx: ScopedTx,
  entries: { deed: string; subjects: readonly string[]; detail: LedgerDetail },
): Promise<void> {
  await sql`select audit.record_each(${entries.deed}, ${[...entries.subjects]}::uuid[], ${JSON.stringify(entries.detail)}::jsonb)`.execute(
    tx,
  )
}
