import { argon2, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import type { World } from '#platform/world/world.ts'

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456
const PASSES = 2
const TAG_BYTES = 32

const derive = promisify((parameters: Argon2Parameters, done: (error: Error | null, tag: Buffer) => void) =>
  argon2('argon2id', parameters, done),
)

/** One text with scheme, cost, salt and digest, so that the cost can be raised and old ones still read. */
export async function hashPassword(world: World, password: string): Promise<string> {
  const salt = Buffer.from(world.randomBytes(16))
  const tag = await tagOf(password, { salt, memory: MEMORY_KIB, passes: PASSES })
  return `argon2id$m=${MEMORY_KIB},t=${PASSES},p=1$${salt.toString('base64')}$${tag.toString('base64')}`
}

export async function passwordMatches(kept: string, password: string): Promise<boolean> {
  const parts = /^argon2id\$m=(\d+),t=(\d+),p=1\$([^$]+)\$([^$]+)$/.exec(kept)
  if (!parts) return false
  const [, memory, passes, salt, digest] = parts
  const wanted = Buffer.from(digest ?? '', 'base64')
  const tag = await tagOf(password, {
    salt: Buffer.from(salt ?? '', 'base64'),
    memory: Number(memory),
    passes: Number(passes),
  })
  return tag.length === wanted.length && timingSafeEqual(tag, wanted)
}

/** No password has this digest. Checked when a name is unknown, so that it takes as long as one that is known. */
export const NOBODYS_PASSWORD = `argon2id$m=${MEMORY_KIB},t=${PASSES},p=1$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(TAG_BYTES).toString('base64')}`

const tagOf = (password: string, cost: { salt: Buffer; memory: number; passes: number }): Promise<Buffer> =>
  derive({
    message: Buffer.from(password.normalize('NFKC')),
    nonce: cost.salt,
    parallelism: 1,
    tagLength: TAG_BYTES,
    memory: cost.memory,
    passes: cost.passes,
  })
