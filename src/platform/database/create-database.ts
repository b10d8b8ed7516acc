import pg from 'pg'
import type { DatabaseAddress } from './address.ts'
import { ROLES } from './address.ts'
import { openPool } from './pool.ts'

/** Makes an empty database that the owner owns, or a copy of one, if it is not there yet. */
export async function createDatabase(
  address: DatabaseAddress,
  name: string,
  template?: string,
): Promise<{ created: boolean }> {
  return asAdministrator(address, async client => {
    const known = await client.query('select from pg_database where datname = $1', [name])
    if (known.rowCount) {
      await revokeTemporary(client, name)
      return { created: false }
    }
    const from = template
      ? ` template ${quoted(template)}`
      : ` template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`
    // An administrator that is no superuser must be a member of the role it makes the owner.
    await client.query(`grant ${ROLES.owner} to current_user`)
    await client.query(`create database ${quoted(name)} owner ${ROLES.owner}${from}`)
    await revokeTemporary(client, name)
    return { created: true }
  })
}

/** A right of the database itself, which a template does not pass on: temporary objects can shadow. */
async function revokeTemporary(client: pg.PoolClient, name: string): Promise<void> {
  await client.query(`revoke temporary on database ${quoted(name)} from public`)
}

export const dropDatabase = (address: DatabaseAddress, name: string): Promise<void> =>
  asAdministrator(address, async client => {
    await client.query(`drop database if exists ${quoted(name)} with (force)`)
  })

/** One connection as the administrator, to the server's maintenance database unless another is named. */
export async function asAdministrator<T>(
  address: DatabaseAddress,
  work: (client: pg.PoolClient) => Promise<T>,
  database = 'postgres',
): Promise<T> {
  const pool = openPool({ ...address, database }, null, { max: 1, statementTimeout: 0 })
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
    await pool.end()
  }
}

export const quoted = (name: string): string => pg.escapeIdentifier(name)
