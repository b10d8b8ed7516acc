import { transactAs } from '#core/access/scoped-tx.ts'
import type { Door } from '#core/audit/acting.ts'
import { addressLetters, markLetter, nextLetter } from './notices.sql.ts'

/** Nothing telling: no name of a child or of this service, no word of what it is about (practice B2). */
const SUBJECT = 'A message is waiting for you'
const TEXT = 'Something needs you at work. Please sign in as you usually do.\n'

export interface Mailed {
  readonly sent: number
  /** Letters that could not be sent now; each is tried again, later and later. */
  readonly failed: number
}

/**
 * Writes to those whom notices are for. One letter to a transaction: after a crash a letter may go twice, never not. One
 * address that fails keeps nobody else waiting.
 */
export async function mailNotices(door: Door): Promise<Mailed> {
  const mail = { kind: 'service', name: 'mail' } as const
  await transactAs(door, mail, tx => addressLetters(tx, door.world.now()))
  let [sent, failed] = [0, 0]
  for (;;) {
    const went = await transactAs(door, mail, async tx => {
      const now = door.world.now()
      const letter = await nextLetter(tx, now)
      if (!letter) return null
      const posted = await door.world.post({ to: letter.email, subject: SUBJECT, text: TEXT }).then(
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
