import { CamelCasePlugin, Kysely, PostgresDialect, type Logger } from 'kysely'
import pg from 'pg'
import { OneText } from './one-text.ts'
import { KeepingClient } from './keeping-client.ts'
import type { DatabaseAddress, LoginRole } from './address.ts'

/** What the database's types are in the application; anything else would depend on the machine's settings. */
const TYPES: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.DATE]: text => text,
  [pg.types.builtins.INT8]: safeInteger,
  [pg.types.builtins.NUMERIC]: text => text,
  [pg.types.builtins.TIMESTAMP]: () => {
    throw new Error('a timestamp without time zone is not used here')
  },
}

function safeInteger(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error('a count is larger than can be held exactly')
  return number
}

export interface PoolOptions {
  readonly max?: number
  readonly onError?: (error: Error) => void
  /** Milliseconds; a page that takes longer is of no use to anyone. */
  readonly statementTimeout?: number
}

export function openPool(
  address: DatabaseAddress,
  role: LoginRole | null,
  options: PoolOptions = {},
): pg.Pool {
  const user = role ?? address.administrator.user
  const password = role ? address.passwordOf(role) : address.administrator.password
  const pool = new pg.Pool({
    host: address.host,
    port: address.port,
    database: address.database,
    user,
    ...(password === undefined ? {} : { password }),
    ssl: address.tls,
    max: options.max ?? 4,
    application_name: `sightline ${user}`,
    statement_timeout: options.statementTimeout ?? 15_000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    Client: KeepingClient,
    types: { getTypeParser: (oid, format) => TYPES[oid] ?? pg.types.getTypeParser(oid, format ?? 'text') },
  })
  // A connection may break while it is idle or in somebody's hands (the server was killed). What it was used for fails
  // and says so; without a listener here the whole process would end.
  pool.on('error', error => options.onError?.(error))
  pool.on('connect', client => client.on('error', error => options.onError?.(error)))
  return pool
}

/** snake_case in SQL, camelCase in TypeScript; what is inside a JSON document is left as it is. */
export const kyselyOn = <DB>(pool: pg.Pool, log?: Logger): Kysely<DB> =>
  new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    ...(log ? { log } : {}),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true }), new OneText()],
  })
