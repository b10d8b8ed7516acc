import type { Kysely } from 'kysely'
import { inject, type ProvidedContext } from 'vitest'
import type { Database } from '#core/access/generated/tables.ts'
import type { DatabaseAddress, LoginRole } from '#platform/database/address.ts'
import { createDatabase, dropDatabase } from '#platform/database/create-database.ts'
import { kyselyOn, openPool } from '#platform/database/pool.ts'
import { rolePassword } from '#platform/database/roles.ts'
import { TEST_SECRET } from './global-setup.ts'

export interface TestDatabase extends AsyncDisposable {
  readonly address: DatabaseAddress
  readonly connect: (role: LoginRole, max?: number) => Kysely<Database>
  /** The superuser: for planting what no role may do. */
  readonly superuser: Kysely<Database>
}

let count = 0

/** A fresh copy of the migrated template. Commits are real; it is dropped at the end. */
export async function testDatabase(
  server: ProvidedContext['server'] = inject('server'),
): Promise<TestDatabase> {
  count += 1
  const name = `sightline_test_${process.pid}_${process.hrtime.bigint()}_${count}`
  const address: DatabaseAddress = {
    host: server.host,
    port: server.port,
    database: name,
    passwordOf: role => (server.password === null ? undefined : rolePassword(TEST_SECRET, role)),
    administrator: { user: server.user, ...(server.password === null ? {} : { password: server.password }) },
    tls: false,
  }
  await createDatabase(address, name, server.template)
  const opened: Kysely<Database>[] = []
  const open = (role: LoginRole | null, max: number): Kysely<Database> => {
    const db = kyselyOn<Database>(
      openPool(address, role, { max, onError: () => undefined, statementTimeout: 60_000 }),
    )
    opened.push(db)
    return db
  }
  return {
    address,
    connect: (role, max = 3) => open(role, max),
    superuser: open(null, 2),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(opened.map(db => db.destroy()))
      await dropDatabase(address, name)
    },
  }
}
