import { fault } from '#platform/errors/fault.ts'
import type { DatabaseAddress } from './address.ts'
import { createDatabase, asAdministrator } from './create-database.ts'
import { startEmbedded, type EmbeddedOptions } from './embedded/server.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openPool } from './pool.ts'
import { ensureRoles, rolePassword } from './roles.ts'

export interface LocatedServer {
  readonly address: DatabaseAddress
  readonly stop: () => Promise<void>
}

const OLDEST = 150_000

/** The server to work with: DATABASE_URL's, or the embedded one when there is none. */
export async function locateServer(
  settings: { url: string | undefined; secret: string | undefined },
  embedded: EmbeddedOptions,
): Promise<LocatedServer> {
  if (!settings.url) return startEmbedded(embedded)
  const address = addressOf(settings.url, settings.secret ?? '')
  const version = await asAdministrator(address, client =>
    client.query<{ number: number }>(`select current_setting('server_version_num')::int as number`),
  )
  if ((version.rows[0]?.number ?? 0) < OLDEST) {
    throw fault('database-trouble', 'the PostgreSQL server is older than version 15. Use 15 or later')
  }
  return { address, stop: async () => {} }
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
): Promise<{ applied: string[] }> {
  await asAdministrator(address, client => ensureRoles(client, address.passwordOf))
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
