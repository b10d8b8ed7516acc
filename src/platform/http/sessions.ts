import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { QueryExecutorProvider } from 'kysely'
import type { World } from '#platform/world/world.ts'
import { ACCOUNT, type Standing } from './standing.ts'
import type { UserId } from './user-id.ts'
import { endSession, findSession, insertSession, touchSession, type SessionRow } from './sessions.sql.ts'

export const IDLE_MINUTES = 30
export const ABSOLUTE_HOURS = 12

const MINUTE = 60_000

/** `expired` still names its user, so that what they typed can be kept for their next signing in. */
export type Session<I = UserId> =
  | { kind: 'none' }
  | { kind: 'expired'; userId: I; token: string }
  | { kind: 'second-factor'; userId: I; token: string }
  | { kind: 'open'; userId: I; token: string }

interface Door {
  readonly gate: QueryExecutorProvider
  readonly world: World
}

export async function readSession<I = UserId>(
  door: Door,
  token: string | undefined,
  kind: Standing['kind'] = ACCOUNT.kind,
): Promise<Session<I>> {
  if (!token) return { kind: 'none' }
  const digest = digestOf(token)
  const row = await findSession<I>(door.gate, digest, kind)
  if (!row) return { kind: 'none' }
  const now = door.world.now()
  // Signed out or ended by an administrator: whoever still holds the cookie may not even leave words behind.
  if (row.endedAt !== null) return { kind: 'none' }
  if (!isLive(row, now)) return { kind: 'expired', userId: row.userId, token }
  // One write a minute is enough to know that someone is still there.
  if (now.getTime() - row.seenAt.getTime() > MINUTE) await touchSession(door.gate, digest, now)
  return { kind: row.state, userId: row.userId, token }
}

/** Of someone with an account. */
export const startSession = (door: Door, userId: UserId, state: SessionRow['state']): Promise<string> =>
  startSessionOf(door, { userId, state, kind: ACCOUNT.kind })

export async function startSessionOf<I>(
  door: Door,
  of: { userId: I; state: SessionRow['state']; kind: Standing['kind'] },
): Promise<string> {
  const token = Buffer.from(door.world.randomBytes(32)).toString('base64url')
  await insertSession(door.gate, { digest: digestOf(token), ...of, now: door.world.now() })
  return token
}

export async function closeSession(door: Door, token: string): Promise<void> {
  await endSession(door.gate, digestOf(token), door.world.now())
}

function isLive(row: SessionRow<unknown>, now: Date): boolean {
  const idle = now.getTime() - row.seenAt.getTime()
  const age = now.getTime() - row.createdAt.getTime()
  return idle <= IDLE_MINUTES * MINUTE && age <= ABSOLUTE_HOURS * 60 * MINUTE
}

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A form's proof that it came from a page shown in this same browser. */
export const csrfOf = (token: string): string =>
  createHmac('sha256', token).update('csrf').digest('base64url')

export function csrfMatches(token: string, given: unknown): boolean {
  if (typeof given !== 'string') return false
  const wanted = Buffer.from(csrfOf(token))
  const sent = Buffer.from(given)
  return wanted.length === sent.length && timingSafeEqual(wanted, sent)
}
