import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import type { Database } from '#core/access/generated/tables.ts'
import { fileAnchors, type AnchorStore } from '#core/audit/anchors.ts'
import type { Config } from '#platform/config/config.ts'
import type { DatabaseAddress, LoginRole } from '#platform/database/address.ts'
import { locateServer, prepareDatabase } from '#platform/database/locate.ts'
import { kyselyOn, openPool } from '#platform/database/pool.ts'
import { dataRoot } from '#platform/database/embedded/places.ts'
import { logTo, type Log } from '#platform/log/log.ts'
import { smtpPost } from '#platform/mail/smtp.ts'
import { systemWorld, type PostBox, type World } from '#platform/world/world.ts'

/** One running installation: its database up to date, a connection for each role that is asked for. */
export interface Installation {
  readonly address: DatabaseAddress
  readonly world: World
  readonly log: Log
  readonly secret: string
  readonly anchors: AnchorStore
  readonly applied: readonly string[]
  readonly connect: (role: LoginRole, max?: number) => Kysely<Database>
  /** After a restore: second factors open only under the secret that they were kept with. */
  readonly keepSecret: (secret: string) => Promise<void>
  readonly stop: () => Promise<void>
}

const CHECKOUT = new URL('../../', import.meta.url)

export async function openInstallation(
  config: Config,
  how: { part?: string; post?: PostBox } = {},
): Promise<Installation> {
  const root = await dataRoot({ checkout: fileURLToPath(CHECKOUT), given: config.SIGHTLINE_DATA })
  const data = how.part ? join(root, how.part) : root
  const post =
    how.post ??
    (config.SIGHTLINE_SMTP_URL
      ? smtpPost(config.SIGHTLINE_SMTP_URL, config.SIGHTLINE_MAIL_FROM ?? 'no-reply@localhost')
      : noPost)
  const world = systemWorld(post)
  const log = logTo(process.stderr, world.now)
  const server = await locateServer(
    { url: config.DATABASE_URL, secret: config.SIGHTLINE_SECRET },
    {
      checkout: fileURLToPath(CHECKOUT),
      data,
      onRestart: () => log({ level: 'warning', event: 'database.started-again' }),
    },
  )
  try {
    const { applied } = await prepareDatabase(server.address, new URL('migrations/', CHECKOUT))
    const opened: Kysely<Database>[] = []
    return {
      address: server.address,
      world,
      log,
      applied,
      secret: config.SIGHTLINE_SECRET ?? (await keptSecret(data)),
      anchors: fileAnchors(join(config.SIGHTLINE_ANCHOR_DIR ?? data, 'audit-heads.jsonl')),
      connect: (role, max = 4) => {
        const db = kyselyOn<Database>(
          openPool(server.address, role, {
            max,
            onError: error => log({ level: 'warning', event: 'database.connection-lost', name: error.name }),
          }),
        )
        opened.push(db)
        return db
      },
      keepSecret: async secret => {
        if (!config.SIGHTLINE_SECRET) await writeFile(join(data, 'secret'), secret, { mode: 0o600 })
      },
      stop: async () => {
        await Promise.all(opened.map(db => db.destroy()))
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Without a mail server nothing can be sent; the notice stays unsent and is seen after signing in. */
const noPost: PostBox = async () => {
  throw new Error('no mail server is set')
}

/** Made once for an embedded installation, readable by its user alone. */
async function keptSecret(folder: string): Promise<string> {
  const file = join(folder, 'secret')
  if (!existsSync(file)) {
    await mkdir(folder, { recursive: true })
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  return (await readFile(file, 'utf8')).trim()
}
