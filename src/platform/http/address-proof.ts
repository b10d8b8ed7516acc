import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Kysely, QueryExecutorProvider } from 'kysely'
import type { Id } from '#platform/database/id.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { PostBox, World } from '#platform/world/world.ts'
import { askedBy, keepAsked, markCode, nextCode, useAsked, type Asked } from './address-proof.sql.ts'
import { countTry, forgetTries, type Limit } from './try-limit.sql.ts'

export const MINUTES_GOOD = 15
const DIGITS = 8

/** Against guessing at one address: five tries, and whoever reaches the end of them waits an hour from then. */
const TRIES: Limit = { bucket: 'code tries', tries: 5, minutes: 60, fromReached: true }
/** Against writing to one address again and again. */
const ASKED: Limit = { bucket: 'codes asked for', tries: 5, minutes: 60 }
/** Against guessing at, and writing to, many addresses: by address of the network, behind which many people may sit. */
const TRIES_FROM: Limit = { bucket: 'code tries from', tries: 100, minutes: 60 }
const ASKED_FROM: Limit = { bucket: 'codes asked for from', tries: 60, minutes: 60 }

export interface ProofDoor {
  readonly gate: QueryExecutorProvider
  readonly world: World
  readonly secret: string
  /** Told once each time that an address has no tries left. */
  readonly locked?: () => Promise<void>
}

/** One browser, by its own secret and its address of the network. */
interface Browser {
  readonly token: string
  readonly address: string
}

export const words = {
  tooManyAsked:
    'Too many codes were asked for. Wait an hour and ask again. If a child is in danger now, ring 999',
  tooManyTries:
    'Too many tries. Wait an hour and ask for another code. If a child is in danger now, ring 999',
  wrongCode: 'The code is not right, or it has run out. Look at the newest message, or ask for another code',
} as const

/**
 * Asks for a code to be mailed to an address. The worker mails it, so that this takes as long where there is nothing to
 * mail: the same is counted and written for an address that leads somewhere and for one that does not.
 *
 * @throws Refusal where too many were asked for
 */
export async function askForCode(
  door: ProofDoor,
  browser: Browser,
  asked: { email: string; purpose: string; about: Id | null; leads: boolean },
): Promise<void> {
  await within(door, ASKED_FROM, { key: browser.address, field: '', says: words.tooManyAsked })
  await within(door, ASKED, { key: keyOf(asked.email), field: '', says: words.tooManyAsked })
  await keepAsked(door.gate, {
    visitDigest: digestOf(browser.token),
    id: door.world.uuid(),
    address: asked.email,
    purpose: asked.purpose,
    about: asked.about,
    leads: asked.leads,
    askedAt: door.world.now(),
  })
}

/**
 * Checks the code that this browser was to be sent. A wrong code, one that has run out, one that was used, and any code where
 * there is nothing to lead to have the same answer, after the same work.
 *
 * @throws Refusal
 */
export async function proveAddress<About extends Id = Id>(
  door: ProofDoor,
  browser: Browser,
  given: { purpose: string; code: string },
): Promise<Asked<About>> {
  const now = door.world.now()
  const asked = await askedBy<About>(door.gate, digestOf(browser.token), given.purpose)
  await within(door, TRIES_FROM, { key: browser.address, field: 'code', says: words.tooManyTries })
  await within(door, TRIES, {
    key: asked ? keyOf(asked.address) : `nobody ${browser.token}`,
    field: 'code',
    says: words.tooManyTries,
  })
  const typed = Buffer.from(
    given.code
      .replaceAll(/\D/g, '')
      .padEnd(DIGITS)
      .slice(0, DIGITS + 1),
  )
  const right = Buffer.from(codeOf(door.secret, asked?.id ?? ''))
  const same = typed.length === right.length && timingSafeEqual(typed, right)
  const fresh = asked !== null && now.getTime() - asked.askedAt.getTime() <= MINUTES_GOOD * 60_000
  const used = await useAsked(door.gate, same && fresh ? asked.id : NOBODYS, now)
  if (!asked || !used) throw new Refusal({ code: words.wrongCode })
  await forgetTries(door.gate, TRIES, keyOf(asked.address))
  return asked
}

/** No row has this id: asked for where the code was wrong, so that it takes as long as one that is right. */
const NOBODYS = '00000000-0000-0000-0000-000000000000'

/**
 * The code of one asking, from the installation's secret: it is kept nowhere, neither as it is nor as a digest that could be
 * tried out, and the worker that mails it works it out again.
 */
export function codeOf(secret: string, id: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'sightline one-time code', 32))
  const digest = createHmac('sha256', key).update(id).digest()
  return String(digest.readBigUInt64BE() % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0')
}

/** Mails what is due, one to a transaction. One address that fails keeps nobody else waiting. */
export async function mailCodes<T>(
  worker: { db: Kysely<T>; world: { now: () => Date; post: PostBox }; secret: string },
  letter: (code: string) => { subject: string; text: string },
): Promise<{ sent: number; failed: number }> {
  let [sent, failed] = [0, 0]
  for (;;) {
    const went = await worker.db.transaction().execute(async tx => {
      const now = worker.world.now()
      const notBefore = new Date(now.getTime() - MINUTES_GOOD * 60_000)
      const due = await nextCode(tx, { now, notBefore })
      if (!due) return null
      const code = codeOf(worker.secret, due.id).replace(/(\d{4})(?=\d)/, '$1 ')
      const posted = await worker.world.post({ to: due.address, ...letter(code) }).then(
        () => true,
        () => false,
      )
      const nextTryAt = posted ? now : new Date(now.getTime() + 10_000 * 2 ** Math.min(due.tries, 6))
      await markCode(tx, due.id, { sentAt: posted ? now : null, nextTryAt })
      return posted
    })
    if (went === null) return { sent, failed }
    if (went) sent += 1
    else failed += 1
  }
}

async function within(
  door: ProofDoor,
  limit: Limit,
  counts: { key: string; field: string; says: string },
): Promise<void> {
  const { standing } = await countTry(door.gate, limit, { key: counts.key, now: door.world.now() })
  if (standing === 'first-beyond' && limit === TRIES) await door.locked?.()
  if (standing !== 'within') throw new Refusal({ [counts.field]: counts.says })
}

const keyOf = (email: string): string => email.toLowerCase()
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()
