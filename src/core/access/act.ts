import type { Id } from '#platform/database/id.ts'
import type { World } from '#platform/world/world.ts'
import type { ScopedTx } from './scoped-tx.ts'
import type { AgencyId } from './generated/tables.ts'
import type { Category } from '#vocabulary/categories.ts'
import type { ReferrerViewer, UserViewer } from './viewer.ts'

/**
 * One person doing one thing: the transaction it happens in, who they are, and the ledger's pen. Deeds take
 * an Act whether they were asked for by a page, the API, the command line or a job.
 */
export interface ActOf<V> {
  readonly tx: ScopedTx
  readonly viewer: V
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

export type Act = ActOf<UserViewer>

/** Someone without an account doing one thing about the one concern that is theirs. */
export type ReferrerAct = ActOf<ReferrerViewer>

/** Whoever writes rows that are an agency's: its own people, or someone without an account who sends to it. */
export type OwningAct = ActOf<{ readonly id: Id; readonly agencyId: AgencyId }>

/** Whoever writes a concern: of which categories they are asked is known. */
export type WritingAct = ActOf<{ readonly id: Id; readonly writes: ReadonlySet<Category> }>

export type LedgerDetail = Readonly<Record<string, string | number | boolean | readonly string[] | null>>
