import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { QueryExecutorProvider } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { fault } from '#platform/errors/fault.ts'
import type { DatabaseAddress } from '#platform/database/address.ts'
import { kyselyOn, openPool } from '#platform/database/pool.ts'
import { singleClientPool, type BackupHead, type Manifest } from './backup.ts'
import { openEnvelope, type Piece } from './envelope.ts'
import { countAndDigest, tablesInOrder, type TableToCopy } from './tables.sql.ts'

/**
 * Puts a backup into an empty database of the same migrations, and holds every table's rows and digest against those
 * that were taken. COPY cannot write through policies, so the rows come in beside and are put in by the keeper, whose
 * policies say that it may.
 */
export async function readBackup(
  to: { owner: pg.Pool; keeper: pg.Pool },
  file: AsyncIterable<Buffer>,
  passphrase: string,
): Promise<{ head: BackupHead; manifest: Manifest }> {
  const owner = await to.owner.connect()
  try {
    await owner.query(HOLD)
    await owner.query(`${DROP}; create schema restoring; grant usage on schema restoring to sightline_keeper`)
    const staged = await stage(owner, openEnvelope(file, passphrase))
    await moveIn(to, owner, staged)
    return staged
  } finally {
    // Whether it went well or not. A connection that has broken leaves it to the next start.
    await owner.query(DROP).catch(() => undefined)
    owner.release(true)
  }
}

/** Nothing of a restore that was killed stays readable beside the policies: called at every start. */
export async function clearRestoring(address: DatabaseAddress): Promise<void> {
  const owner = openPool(address, 'sightline_owner', { max: 1, statementTimeout: 0 })
  try {
    await owner.query(`do $$ begin
      if pg_try_advisory_xact_lock(hashtext('sightline restore')) then ${DROP}; end if;
    end $$`)
  } finally {
    await owner.end()
  }
}

const DROP = 'drop schema if exists restoring cascade'
/** As long as the connection lasts: a start meanwhile does not take a running restore for a killed one. */
const HOLD = `select pg_advisory_lock(hashtext('sightline restore'))`

async function stage(
  owner: pg.PoolClient,
  pieces: AsyncGenerator<Piece>,
): Promise<{ head: BackupHead; manifest: Manifest; tables: TableToCopy[] }> {
  let head: BackupHead | null = null
  const tables: TableToCopy[] = []
  let next = await pieces.next()
  while (!next.done) {
    const { kind, body } = next.value
    if (kind === 'H') {
      head = JSON.parse(body.toString()) as BackupHead
      await checkMigrations(owner, head)
    }
    if (kind === 'E') {
      if (!head) break
      return { head, manifest: JSON.parse(body.toString()) as Manifest, tables }
    }
    if (kind !== 'T') {
      next = await pieces.next()
      continue
    }
    const table = JSON.parse(body.toString()) as TableToCopy
    tables.push(table)
    await owner.query(`create table restoring.${id(table.name)} (like public.${id(table.name)})`)
    await owner.query(`grant select on restoring.${id(table.name)} to sightline_keeper`)
    const rows = async function* (): AsyncGenerator<Buffer> {
      for (next = await pieces.next(); !next.done && next.value.kind === 'D'; next = await pieces.next())
        yield next.value.body
    }
    await pipeline(
      Readable.from(rows()),
      owner.query(copyFrom(`copy restoring.${id(table.name)} (${list(table)}) from stdin`)),
    )
  }
  throw fault('database-trouble', 'the backup does not say how it ends')
}

async function checkMigrations(owner: pg.PoolClient, head: BackupHead): Promise<void> {
  const here = await owner.query<{ checksum: string }>('select checksum from migration order by number')
  const same = JSON.stringify(here.rows.map(row => row.checksum)) === JSON.stringify(head.migrations)
  if (!same)
    throw fault(
      'database-trouble',
      'the backup was taken by another version of Sightline. Restore it with that version, then update',
    )
  const filled = await owner.query('select from agency limit 1')
  if (filled.rowCount)
    throw fault('database-trouble', 'this database is not empty. Restore into an empty one')
}

/** Entries that were not sealed yet are sealed here; their transaction has to be one that this server knows. */
const WORKED_OUT: Readonly<Record<string, string>> = {
  'audit_entry.tx':
    'case when exists (select from restoring.audit_link l where l.entry_id = s.id) then s.tx else pg_current_xact_id() end',
}

async function moveIn(
  to: { keeper: pg.Pool },
  owner: pg.PoolClient,
  staged: { tables: readonly TableToCopy[]; manifest: Manifest },
): Promise<void> {
  const keeper = await to.keeper.connect()
  try {
    await keeper.query('begin')
    const order = await tablesInOrder(kyselyOn<unknown>(to.keeper))
    for (const { name } of order) {
      const table = staged.tables.find(one => one.name === name)
      // What migrations put in is the same on both sides and is there already.
      if (!table || SEEDED.includes(name)) continue
      const values = table.columns
        .map(column => WORKED_OUT[`${name}.${column}`] ?? `s.${id(column)}`)
        .join(', ')
      await keeper.query(
        `insert into public.${id(name)} (${list(table)}) overriding system value select ${values} from restoring.${id(name)} s`,
      )
    }
    // Before the commit: what is not as it was taken is not put in.
    await checkAgainst(kyselyOn<unknown>(singleClientPool(keeper)), staged.manifest)
    await keeper.query('commit')
  } catch (error) {
    await keeper.query('rollback')
    throw error
  } finally {
    keeper.release()
  }
  for (const name of ['audit_entry', 'former_version']) {
    await owner.query(
      `select setval(pg_get_serial_sequence($1, 'id'), (select coalesce(max(id), 1) from restoring.${id(name)}))`,
      [name],
    )
  }
}

const SEEDED = [
  'role',
  'role_category',
  'role_deed',
  'template_version',
  'decision_outcome',
  'nation',
  'missing_grade',
  'missing_word',
  'nation_ladder_step',
  'referrer_kind',
]

async function checkAgainst(db: QueryExecutorProvider, manifest: Manifest): Promise<void> {
  const wrong: string[] = []
  for (const table of await tablesInOrder(db)) {
    const taken = manifest.tables.find(one => one.name === table.name)
    const here = await countAndDigest(db, table)
    const unsealed = table.name === 'audit_entry'
    if (taken?.rows !== here.rows || (!unsealed && taken.digest !== here.digest)) wrong.push(table.name)
  }
  if (wrong.length > 0)
    throw fault('database-trouble', `what was restored is not what was taken, in ${wrong.join(', ')}`)
}

const id = (name: string): string => pg.escapeIdentifier(name)
const list = (table: TableToCopy): string => table.columns.map(id).join(', ')
