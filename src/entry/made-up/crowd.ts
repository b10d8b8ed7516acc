import type { Database } from '#core/access/generated/tables.ts'
import type { DatabaseAddress } from '#platform/database/address.ts'
import { kyselyOn, openPool } from '#platform/database/pool.ts'
import type { MadeUpChild } from './child.ts'
import { bulkLoad, type Loaded } from './load.sql.ts'
import { makeFacts } from './make-facts.ts'
import { readSetting, type Setting } from './setting.sql.ts'
import type { Size } from './size.ts'
import { settled } from './settled.sql.ts'

/** One at work in the database while the next rows are made. */
const WRITERS = 2

/** Puts children and what became of them into an area that has its agencies and people. */
export async function makeCrowd(
  address: DatabaseAddress,
  size: Size,
  how: {
    now: Date
    planted?: readonly MadeUpChild[]
    /** Also what is tidied in time by itself: for whoever measures at once. */
    vacuum?: boolean
  },
): Promise<{ setting: Setting; loaded: Loaded }> {
  const pool = openPool(address, null, { max: WRITERS + 1, statementTimeout: 0 })
  try {
    const setting = await readSetting(kyselyOn<Database>(pool))
    const clients = await Promise.all(Array.from({ length: WRITERS }, () => pool.connect()))
    try {
      const facts = makeFacts(size, setting, how)
      const loaded = await bulkLoad(clients, facts, { setting, now: how.now })
      await settled(pool, { vacuum: how.vacuum === true })
      return { setting, loaded }
    } finally {
      for (const client of clients) client.release(true)
    }
  } finally {
    await pool.end()
  }
}
