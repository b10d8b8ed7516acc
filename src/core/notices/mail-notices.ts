import { transactAs } from '#core/access/scoped-tx.ts'
import type { Door } from '#core/audit/acting.ts'
import { markMailed, unsentNotices } from './notices.sql.ts'

/** Nothing telling: no name of a child or of this service, no word of what it is about (practice B2). */
const SUBJECT = 'A message is waiting for you'
const TEXT = 'Something needs you at work. Please sign in as you usually do.\n'

/**
 * Mails those whom a notice is for. One notice to a transaction: a letter may go twice after a crash, never not.
 *
 * @returns how many notices went out
 */
export async function mailNotices(door: Door): Promise<number> {
  for (let sent = 0; ; sent += 1) {
    const more = await transactAs(door, { kind: 'service', name: 'mail' }, async tx => {
      const [notice] = await unsentNotices(tx, 1)
      if (!notice) return false
      for (const to of notice.addresses) await door.world.post({ to, subject: SUBJECT, text: TEXT })
      await markMailed(tx, notice.id, door.world.now())
      return true
    })
    if (!more) return sent
  }
}
