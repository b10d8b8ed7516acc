import type { Kysely } from 'kysely'
import type { Act } from '#core/access/act.ts'
import type { Database, UserAccountId } from '#core/access/generated/tables.ts'
import { transactAs } from '#core/access/scoped-tx.ts'
import type { World } from '#platform/world/world.ts'
import { writeEntries, writeEntry } from './ledger.ts'

export interface Door {
  readonly db: Kysely<Database>
  readonly world: World
}

/** One person doing one thing: one transaction, with the ledger's entries inside it. */
export function actAs<T>(door: Door, userId: UserAccountId, work: (act: Act) => Promise<T>): Promise<T> {
  return transactAs(door, { kind: 'user', id: userId }, (tx, viewer) => {
    let recorded = 0
    return work({
      tx,
      viewer,
      world: door.world,
      recorded: () => recorded,
      record: async (deed, subject, detail = {}) => {
        recorded += 1
        await writeEntry(tx, { deed, subject, detail })
      },
      recordEach: async (deed, subjects, detail = {}) => {
        recorded += subjects.length
        await writeEntries(tx, { deed, subjects, detail })
      },
    })
  })
}
