import { createHash, timingSafeEqual } from 'node:crypto'
import type { QueryExecutorProvider } from 'kysely'
import { z } from 'zod'
import type { World } from '#platform/world/world.ts'
import { endTokensOf, findSystemKey, findToken, insertToken, setSystemKey } from './systems.sql.ts'
import type { UserId } from './user-id.ts'

export const TOKEN_SECONDS = 600

interface Door {
  readonly gate: QueryExecutorProvider
  readonly world: World
}

/** A new key for a system, shown once. What the former one opened ends with it. */
export async function makeSystemKey(door: Door, userId: UserId): Promise<string> {
  const key = secret(door.world)
  await setSystemKey(door.gate, { userId, digest: digestOf(key), now: door.world.now() })
  await endTokensOf(door.gate, userId)
  return key
}

/** @returns null for a key that is not this system's, and for a system that there is not: no caller can tell which */
export async function exchangeKey(door: Door, given: { id: string; key: string }): Promise<string | null> {
  // Not even asked about: the database cannot take every text that can stand here.
  if (!z.guid().safeParse(given.id).success) return null
  const wanted = await findSystemKey(door.gate, given.id)
  const sent = digestOf(given.key)
  if (!wanted || !timingSafeEqual(wanted, sent)) return null
  const token = secret(door.world)
  const expiresAt = new Date(door.world.now().getTime() + TOKEN_SECONDS * 1000)
  await insertToken(door.gate, { digest: digestOf(token), userId: given.id, expiresAt })
  return token
}

export const systemOf = <I = UserId>(door: Door, token: string): Promise<I | null> =>
  findToken<I>(door.gate, digestOf(token), door.world.now())

const secret = (world: World): string => Buffer.from(world.randomBytes(32)).toString('base64url')

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
