import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { fault, type Fault } from '#platform/errors/fault.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** Reads the migrations in order. Each names its owner in its first line; numbers leave no gap. */
export async function readMigrations(folder: URL | string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  const migrations: Migration[] = []
  for (const name of names) {
    const sql = await readFile(
      typeof folder === 'string' ? `${folder}/${name}` : new URL(name, folder),
      'utf8',
    )
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1])
    if (number !== migrations.length + 1)
      throw fault('database-trouble', `migration ${name} is not number ${migrations.length + 1}`)
    if (!/^-- owner: \S+\n/.test(sql))
      throw fault('database-trouble', `migration ${name} does not name its owner in its first line`)
    migrations.push({ number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') })
  }
  return migrations
}

const LEDGER = `create table if not exists migration (
  number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`

/**
 * Brings a database up to date, as its owner. Forward only, one transaction each; two starters wait for one
 * another; a lock that someone holds ends the attempt instead of stopping everyone behind it.
 *
 * @returns the names applied now
 */
export async function migrate(owner: pg.ClientBase, migrations: readonly Migration[]): Promise<string[]> {
  await owner.query(`set lock_timeout = '30s'`)
  await owner.query(`select pg_advisory_lock(hashtext('sightline migrations'))`)
  try {
    await owner.query(LEDGER)
    const known = await owner.query<{ number: number; name: string; checksum: string }>(
      'select number, name, checksum from migration order by number',
    )
    for (const row of known.rows) checkApplied(row, migrations)
    const applied: string[] = []
    for (const migration of migrations.slice(known.rows.length)) {
      await applyOne(owner, migration)
      applied.push(migration.name)
    }
    return applied
  } finally {
    await owner.query(`select pg_advisory_unlock(hashtext('sightline migrations'))`)
  }
}

/** For those who do not migrate: whether the database is exactly as this version needs it. */
export async function requireMigrated(reader: pg.Pool, migrations: readonly Migration[]): Promise<void> {
  const there = await reader.query<{ found: boolean }>(
    `select to_regclass('public.migration') is not null as found`,
  )
  if (!there.rows[0]?.found) throw notPrepared()
  const known = await reader.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from migration order by number',
  )
  for (const row of known.rows) checkApplied(row, migrations)
  if (known.rows.length < migrations.length) throw notPrepared()
}

export const notPrepared = (): Fault =>
  fault(
    'database-trouble',
    'the database is not there yet, or older than this program. Start the service first (npm start), which brings it up to date, then give this command again',
  )

function checkApplied(
  row: { number: number; name: string; checksum: string },
  migrations: readonly Migration[],
): void {
  const here = migrations[row.number - 1]
  if (!here)
    throw fault(
      'database-trouble',
      `the database has migration ${row.name}, which this version does not know: it is newer than the program`,
    )
  if (here.checksum !== row.checksum) {
    throw fault(
      'database-trouble',
      `migration ${row.name} was changed after it was applied; put it back as it was and add a new one`,
    )
  }
}

async function applyOne(owner: pg.ClientBase, migration: Migration): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query(`set local lock_timeout = '5s'`)
    await owner.query(migration.sql)
    await owner.query('insert into migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw fault(
      'database-trouble',
      `migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
