import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { sealNow, type Sealer } from '#core/audit/sealing.ts'
import type { TestDatabase } from './test-database.ts'
import type { Anchor, AnchorStore } from '#core/audit/anchors.ts'

/** An outside place in memory: what was sent there can be looked at, and kept while the database is tampered with. */
export function memoryAnchors(): AnchorStore & { readonly kept: Anchor[] } {
  const kept: Anchor[] = []
  return {
    name: 'memory',
    kept,
    keep: async anchor => {
      kept.push(anchor)
    },
    last: async () => kept.slice(-100),
    all: async () => [...kept],
  }
}

/**
 * Seals until all that is written is sealed: entries wait while any transaction of the server is older than they are,
 * and other test files have theirs.
 */
export async function sealAll(sealer: Sealer, database: TestDatabase): Promise<{ sealed: number }> {
  let sealed = 0
  for (let tries = 0; tries < 400; tries += 1) {
    sealed += (await sealNow(sealer)).sealed
    const { rows } = await sql<{ left: number }>`
      select count(*) as left from audit_entry e
      where not exists (select from audit_link l where l.entry_id = e.id)`.execute(database.superuser)
    if (rows[0]?.left === 0) return { sealed }
    await pause(25)
  }
  throw new Error('not everything could be sealed')
}
