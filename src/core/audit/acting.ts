import type { Kysely } from 'kysely'
import type { Act, ActOf, ReferrerAct } from '#core/access/act.ts'
import type { Database, ReferrerId, UserAccountId } from '#core/access/generated/tables.ts'
import { transactAs, type ScopedTx } from '#core/access/scoped-tx.ts'
import type { World } from '#platform/world/world.ts'
import { writeEntries, writeEntry } from './ledger.ts'

export interface Door {
  readonly db: Kysely<Database>
  readonly world: World
}

/** One person doing one thing: one transaction, with the ledger's entries inside it. */
export function actAs<T>(door: Door, userId: UserAccountId, work: (act: Act) => Promise<T>): Promise<T> {
  return transactAs(door, { kind: 'user', id: userId }, (tx, viewer) => work(actOf(door, tx, viewer)))
}

/** The same for someone without an account, about the one concern that is theirs. */
export function actAsReferrer<T>(
  door: Door,
  referrerId: ReferrerId,
  work: (act: ReferrerAct) => Promise<T>,
): Promise<T> {
  const claim = { kind: 'referrer', id: referrerId } as const
  return transactAs(door, claim, (tx, viewer) => work(actOf(door, tx, viewer)))
}

function actOf<V>(door: Door, tx: ScopedTx, viewer: V): ActOf<V> {
  let recorded = 0
  return {
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
  }
}
