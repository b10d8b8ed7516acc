import type { QueryExecutorProvider } from 'kysely'
import { transactAs } from '#core/access/scoped-tx.ts'
import type { Door } from '#core/audit/acting.ts'
import { writeEntry } from '#core/audit/ledger.ts'
import { dropUnsent } from '#core/access/referrers.sql.ts'
import { AT_ONCE, OUTDATED } from '#platform/http/outdated.sql.ts'

/**
 * Takes away what has had its time, a few hundred rows to a transaction, until nothing is left of it. Whatever stops it,
 * the next sweep goes on from there.
 *
 * @returns how many rows of each kind went
 */
export async function dropOutdated(worker: Door): Promise<Readonly<Record<string, number>>> {
  const went: Record<string, number> = {}
  const unsent = { of: 'referrer', drop: (tx: QueryExecutorProvider) => dropUnsent(tx, AT_ONCE) }
  for (const { of, drop } of [...OUTDATED, unsent]) {
    let dropped: number
    do {
      dropped = await transactAs(worker, { kind: 'service', name: 'outdated' }, async tx => {
        const count = await drop(tx)
        // Someone's words, even if they never sent them: the ledger says when they went.
        if (of === 'draft' && count > 0)
          await writeEntry(tx, { deed: 'drafts.outdated-dropped', subject: null, detail: { drafts: count } })
        return count
      })
      went[of] = (went[of] ?? 0) + dropped
    } while (dropped === AT_ONCE)
  }
  return went
}
