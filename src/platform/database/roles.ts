import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { ROLES } from './address.ts'

/** The password of a role on a server, from the installation's secret; nothing more needs keeping. */
export const rolePassword = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')

/**
 * Makes the database roles where they are missing. None is a superuser, none bypasses policies. Several starters
 * at once wait for one another. A role that is there keeps its password unless the operator asks otherwise: another
 * process may be serving with it.
 */
export async function ensureRoles(
  administrator: pg.ClientBase,
  passwordOf: (role: string) => string | undefined,
  how: { rotatePasswords?: boolean } = {},
): Promise<void> {
  await administrator.query('begin')
  await administrator.query(`select pg_advisory_xact_lock(hashtext('sightline roles'))`)
  for (const role of Object.values(ROLES)) {
    const known = await administrator.query('select from pg_roles where rolname = $1', [role])
    const login = role === ROLES.definer ? 'nologin' : 'login'
    if (known.rowCount === 0) {
      await administrator.query(
        `create role ${role} ${login} nosuperuser nobypassrls nocreatedb nocreaterole noinherit`,
      )
    }
    const password = known.rowCount === 0 || how.rotatePasswords ? passwordOf(role) : undefined
    if (password !== undefined && role !== ROLES.definer) {
      await administrator.query(`alter role ${role} password '${password}'`)
    }
  }
  // The owner hands functions over to the definer; it may not otherwise act as it (noinherit).
  await administrator.query(`grant ${ROLES.definer} to ${ROLES.owner}`)
  await administrator.query('commit')
}
