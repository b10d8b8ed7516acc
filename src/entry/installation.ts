import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join as path } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import type { Database } from '#core/access/generated/tables.ts'
import { fileAnchors, type AnchorStore } from '#core/audit/anchors.ts'
import { fault } from '#platform/errors/fault.ts'
import type { Config } from '#platform/config/config.ts'
import type { DatabaseAddress, LoginRole } from '#platform/database/address.ts'
import { locateServer, prepareDatabase, requirePrepared } from '#platform/database/locate.ts'
import { kyselyOn, openPool } from '#platform/database/pool.ts'
import { dataRoot } from '#platform/database/embedded/places.ts'
import type { Room } from '#platform/database/embedded/reserve.ts'
import { logTo, type Log } from '#platform/log/log.ts'
import { clearRestoring } from './backup/restore.ts'
import { httpsCaller } from '#platform/calls/https-caller.ts'
import { chosenPost } from '#platform/mail/choose-post.ts'
import { systemWorld, type PostBox, type World } from '#platform/world/world.ts'

/** One running installation: its database up to date, a connection for each role that is asked for. */
export interface Installation {
  readonly address: DatabaseAddress
  readonly world: World
  readonly log: Log
  readonly secret: string
  readonly anchors: AnchorStore
  /** How much is left on the database's disk; null where that is not ours. */
  readonly room: (() => Promise<Room>) | null
  readonly connect: (role: LoginRole, max?: number) => Kysely<Database>
  /** After a restore: second factors open only under the secret that they were kept with. */
  readonly keepSecret: (secret: string) => Promise<void>
  readonly stop: () => Promise<void>
}

const CHECKOUT = new URL('../../', import.meta.url)

const MIGRATIONS = new URL('migrations/', CHECKOUT)

export interface How {
  readonly part?: string
  readonly post?: PostBox
  readonly log?: Log
  /** Gives the database's roles the passwords of the present secret. */
  readonly rotatePasswords?: boolean
}

/** For those who run the service or fill its database: makes what is missing and brings the schema up to date. */
export const openInstallation = (config: Config, how: How = {}): Promise<Installation> =>
  connectTo(config, how, false)

/** For the operator's commands beside it: joins what is there, running or not, and changes nothing about it. */
export const joinInstallation = (config: Config, how: How = {}): Promise<Installation> =>
  connectTo(config, how, true)

async function connectTo(config: Config, how: How, join: boolean): Promise<Installation> {
  const root = await dataRoot({ checkout: fileURLToPath(CHECKOUT), given: config.SIGHTLINE_DATA })
  const data = how.part ? path(root, how.part) : root
  const post = how.post ?? chosenPost(config, () => new Date()) ?? noPost
  const call = httpsCaller({ insideAllowed: config.SIGHTLINE_CALL_INSIDE })
  const world = systemWorld({ post, call })
  const log = how.log ?? logTo(process.stderr, world.now)
  let stopping = false
  const server = await locateServer(
    { url: config.DATABASE_URL, secret: config.SIGHTLINE_SECRET },
    {
      checkout: fileURLToPath(CHECKOUT),
      data,
      join,
      onRestart: () => log({ level: 'warning', event: 'database.started-again' }),
      onReleased: () => log({ level: 'error', event: 'database.disk-full-reserve-released' }),
      onTrouble: error =>
        log({
          level: 'error',
          event: 'database.not-started',
          name: error instanceof Error ? error.name : 'unknown',
        }),
    },
  )
  try {
    if (join) await requirePrepared(server.address, MIGRATIONS)
    else {
      await prepareDatabase(server.address, MIGRATIONS, how)
      await clearRestoring(server.address)
    }
    const opened: Kysely<Database>[] = []
    return {
      address: server.address,
      world,
      log,
      room: server.room,
      secret: config.SIGHTLINE_SECRET ?? (await keptSecret(data, !join)),
      anchors: fileAnchors(path(config.SIGHTLINE_ANCHOR_DIR ?? data, 'audit-heads.jsonl')),
      connect: (role, max = 4) => {
        const db = kyselyOn<Database>(
          openPool(server.address, role, {
            max,
            onError: error => {
              // In an ordered stop connections end because they are to end.
              if (!stopping) log({ level: 'warning', event: 'database.connection-lost', name: error.name })
            },
          }),
        )
        opened.push(db)
        return db
      },
      keepSecret: async secret => {
        if (!config.SIGHTLINE_SECRET) await writeFile(path(data, 'secret'), secret, { mode: 0o600 })
      },
      stop: async () => {
        stopping = true
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
async function keptSecret(folder: string, make: boolean): Promise<string> {
  const file = path(folder, 'secret')
  if (!existsSync(file)) {
    if (!make) throw fault('database-trouble', `the secret is missing: ${file}. Put it back from your backup`)
    await mkdir(folder, { recursive: true })
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  return (await readFile(file, 'utf8')).trim()
}
