import type { Id } from '#platform/database/id.ts'
import type { World } from '#platform/world/world.ts'
import type { ScopedTx } from './scoped-tx.ts'
import type { UserViewer } from './viewer.ts'

/**
 * One person doing one thing: the transaction it happens in, who they are, and the ledger's pen. Deeds take
 * an Act whether they were asked for by a page, the API, the command line or a job.
 */
export interface Act {
  readonly tx: ScopedTx
  readonly viewer: UserViewer
  readonly world: World
  /**
   * Writes one ledger entry. `detail` holds ids, codes and counts; what people wrote stays out of the ledger. A list
   * names the subjects that it showed under `shown`, and "who has looked" finds them there.
   */
  record(deed: string, subject: Id | null, detail?: LedgerDetail): Promise<void>
  /** One entry for each of several subjects that were shown together. */
  recordEach(deed: string, subjects: readonly Id[], detail?: LedgerDetail): Promise<void>
  /** How many entries this act has written; a route that promised one and wrote none is refused. */
  readonly recorded: () => number
}

export type LedgerDetail = Readonly<Record<string, string | number | boolean | readonly string[] | null>>
