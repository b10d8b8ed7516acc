import { fault } from '#platform/errors/fault.ts'
import { ROLES, type DatabaseAddress } from './address.ts'
import { createDatabase, asAdministrator } from './create-database.ts'
import { joinEmbedded, startEmbedded, type EmbeddedOptions } from './embedded/server.ts'
import type { Room } from './embedded/reserve.ts'
import { migrate, notPrepared, readMigrations, requireMigrated } from './migrate.ts'
import { isCode } from './embedded/holder.ts'
import { openPool } from './pool.ts'
import { ensureRoles, rolePassword } from './roles.ts'

export interface LocatedServer {
  readonly address: DatabaseAddress
  /** How much is left on its disk; null where the disk is another machine's. */
  readonly room: (() => Promise<Room>) | null
  readonly stop: () => Promise<void>
}

const OLDEST = 150_000

/**
 * The server to work with: DATABASE_URL's, or the embedded one when there is none.
 *
 * @param embedded with `join`, the one that a running service holds
 */
export async function locateServer(
  settings: { url: string | undefined; secret: string | undefined },
  embedded: EmbeddedOptions & { join?: boolean },
): Promise<LocatedServer> {
  if (!settings.url) return embedded.join ? joinEmbedded(embedded) : startEmbedded(embedded)
  const address = addressOf(settings.url, settings.secret ?? '')
  const version = await asAdministrator(address, client =>
    client.query<{ number: number }>(`select current_setting('server_version_num')::int as number`),
  )
  if ((version.rows[0]?.number ?? 0) < OLDEST) {
    throw fault('database-trouble', 'the PostgreSQL server is older than version 15. Use 15 or later')
  }
  return { address, room: null, stop: async () => {} }
}

export function addressOf(url: string, secret: string): DatabaseAddress {
  const parsed = new URL(url)
  const password = decodeURIComponent(parsed.password)
  return {
    host: parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname),
    port: Number(parsed.port || 5432),
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'sightline',
    passwordOf: role => rolePassword(secret, role),
    administrator: {
      user: decodeURIComponent(parsed.username) || 'postgres',
      ...(password ? { password } : {}),
    },
    tls: tlsOf(parsed.searchParams.get('sslmode')),
  }
}

/** Always with the certificate checked; a mode that might fall back to plain text is refused. */
function tlsOf(mode: string | null): DatabaseAddress['tls'] {
  switch (mode) {
    case null:
    case 'disable':
      return false
    case 'require':
    case 'verify-ca':
    case 'verify-full':
      return true
    default:
      throw fault(
        'wrong-settings',
        `DATABASE_URL has sslmode=${mode}. Use verify-full, verify-ca, require or disable: nothing that may fall back to plain text`,
      )
  }
}

/** Makes roles and database where they are missing and brings the schema up to date. */
export async function prepareDatabase(
  address: DatabaseAddress,
  migrations: URL,
  how: { rotatePasswords?: boolean } = {},
): Promise<{ applied: string[] }> {
  if (!how.rotatePasswords) await requireRightSecret(address)
  await asAdministrator(address, client => ensureRoles(client, address.passwordOf, how))
  await createDatabase(address, address.database)
  const pool = openPool(address, 'sightline_owner', { max: 1, statementTimeout: 0 })
  try {
    await asAdministrator(
      address,
      client => client.query('alter schema public owner to sightline_owner'),
      address.database,
    )
    const owner = await pool.connect()
    try {
      return { applied: await migrate(owner, await readMigrations(migrations)) }
    } finally {
      owner.release()
    }
  } finally {
    await pool.end()
  }
}

/** For those who change nothing: roles, database and schema are there, and the secret is the right one. */
export async function requirePrepared(address: DatabaseAddress, migrations: URL): Promise<void> {
  const there = await asAdministrator(address, client =>
    client.query('select from pg_roles, pg_database where rolname = $1 and datname = $2', [
      ROLES.keeper,
      address.database,
    ]),
  )
  if (there.rowCount === 0) throw notPrepared()
  await requireRightSecret(address)
  const reader = openPool(address, ROLES.keeper, { max: 1 })
  try {
    await requireMigrated(reader, await readMigrations(migrations))
  } finally {
    await reader.end()
  }
}

/** The passwords of the roles follow from the secret: a role that is there has to open with it. */
async function requireRightSecret(address: DatabaseAddress): Promise<void> {
  const known = await asAdministrator(address, client =>
    client.query('select from pg_roles where rolname = $1', [ROLES.owner]),
  )
  if (known.rowCount === 0 || address.passwordOf(ROLES.owner) === undefined) return
  const pool = openPool(address, ROLES.owner, { max: 1 })
  try {
    await pool.query('select 1')
  } catch (error) {
    // A database that is not there yet is told after the password.
    if (!isCode(error, WRONG_PASSWORD)) return
    throw fault(
      'wrong-settings',
      'SIGHTLINE_SECRET is not the one from which the passwords of this server’s roles were made. Set that one; or, if it is lost, stop every Sightline on this server and start once with serve --rotate-passwords',
    )
  } finally {
    await pool.end()
  }
}

const WRONG_PASSWORD = '28P01'
