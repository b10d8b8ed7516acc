import type { Kysely, Transaction } from 'kysely'
import type { World } from '#platform/world/world.ts'
import type { Database } from './generated/tables.ts'
import { openViewer } from './queries.ts'
import type { Claim, Viewer } from './viewer.ts'

declare const scoped: unique symbol

/**
 * A transaction in which the database knows the viewer. Everything that reads or writes tables takes one, and
 * nothing on it leads back to a connection without a viewer.
 */
export type ScopedTx = Transaction<Database> & { readonly [scoped]: true }

/** One transaction of one viewer. `work` sees either all of its own effects or, if it throws, none remain. */
export async function transactAs<C extends Claim, T>(
  door: { readonly db: Kysely<Database>; readonly world: World },
  claim: C,
  work: (tx: ScopedTx, viewer: Extract<Viewer, { kind: C['kind'] }>) => Promise<T>,
): Promise<T> {
  return door.db.transaction().execute(async plain => {
    const tx = plain as ScopedTx
    const viewer = await openViewer(tx, claim, door.world.now())
    return work(tx, viewer as Extract<Viewer, { kind: C['kind'] }>)
  })
}
