import { transactAs } from '#core/access/scoped-tx.ts'
import type { Door } from '#core/audit/acting.ts'
import { TO_STAFF, toReferrer } from './letters.ts'
import { addressLetters, markLetter, nextLetter } from './notices.sql.ts'

export interface Mailed {
  readonly sent: number
  /** Letters that could not be sent now; each is tried again, later and later. */
  readonly failed: number
}

/**
 * Writes to those whom notices are for. One letter to a transaction: after a crash a letter may go twice, never not. One
 * address that fails keeps nobody else waiting.
 */
export async function mailNotices(door: Door, publicUrl?: string): Promise<Mailed> {
  const mail = { kind: 'service', name: 'mail' } as const
  await transactAs(door, mail, tx => addressLetters(tx, door.world.now()))
  let [sent, failed] = [0, 0]
  for (;;) {
    const went = await transactAs(door, mail, async tx => {
      const now = door.world.now()
      const letter = await nextLetter(tx, now)
      if (!letter) return null
      const says = letter.userId === null ? toReferrer(publicUrl) : TO_STAFF
      const posted = await door.world.post({ to: letter.email, ...says }).then(
        () => true,
        () => false,
      )
      await markLetter(tx, letter, posted ? { sentAt: now } : { nextTryAt: later(now, letter.tries) })
      return posted
    })
    if (went === null) return { sent, failed }
    if (went) sent += 1
    else failed += 1
  }
}

/** Half a minute, then twice as long each time, an hour at most. */
const later = (now: Date, tries: number): Date =>
  new Date(now.getTime() + Math.min(3_600_000, 30_000 * 2 ** Math.min(tries, 10)))
