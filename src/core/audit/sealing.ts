import type { QueryExecutorProvider } from 'kysely'
import type { Anchor, AnchorStore } from './anchors.ts'
import { newestSeal, sealBatch, sealsAfter, sealsOfLast, type Seal } from './seals.sql.ts'

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

/**
 * Heads follow from the seals, so one that could not be sent goes with the next. What was once there is never filled
 * in again: a store found empty gets the last hour's heads only, and `verify` names every older seal as without one.
 */
async function sendHeads(sealer: Sealer): Promise<void> {
  const newest = await newestSeal(sealer.db)
  const known = (await sealer.anchors.last()).map(anchor => anchor.number)
  // A number from beyond the chain is somebody's forgery and must not stop the heads that follow.
  const last = Math.max(0, ...known.filter(number => number <= newest))
  const due =
    last === 0 ? await sealsOfLast(sealer.db, FIRST_MINUTES) : await sealsAfter(sealer.db, last, 10_000)
  for (const seal of due) await sealer.anchors.keep(anchorOf(seal))
}

const FIRST_MINUTES = 60

export const anchorOf = (seal: Seal): Anchor => ({
  number: seal.number,
  head: seal.head.toString('hex'),
  lastPosition: seal.lastPosition,
  sealedAt: seal.sealedAt.toISOString(),
})
