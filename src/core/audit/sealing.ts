import type { QueryExecutorProvider } from 'kysely'
import type { Anchor, AnchorStore } from './anchors.ts'
import { sealBatch, sealsAfter, type Seal } from './seals.sql.ts'

export interface Sealer {
  readonly db: QueryExecutorProvider
  readonly anchors: AnchorStore
}

/** Entries are sealed at most ten seconds after they are written; half of that leaves room for a slow moment. */
export const SEAL_EVERY_MS = 4_000
const BATCH = 5_000

/** Seals all that has come since, and sends every head outside that is not there yet. */
export async function sealNow(sealer: Sealer): Promise<{ sealed: number }> {
  let sealed = 0
  for (;;) {
    const seal = await sealBatch(sealer.db, BATCH)
    if (!seal) break
    sealed += seal.lastPosition - seal.firstPosition + 1
  }
  await sendHeads(sealer)
  return { sealed }
}

/** Heads follow from the seals, so one that could not be sent goes with the next. */
async function sendHeads(sealer: Sealer): Promise<void> {
  const kept = await sealer.anchors.all()
  const last = Math.max(0, ...kept.map(anchor => anchor.number))
  for (const seal of await sealsAfter(sealer.db, last, 10_000)) await sealer.anchors.keep(anchorOf(seal))
}

export const anchorOf = (seal: Seal): Anchor => ({
  number: seal.number,
  head: seal.head.toString('hex'),
  lastPosition: seal.lastPosition,
  sealedAt: seal.sealedAt.toISOString(),
})
