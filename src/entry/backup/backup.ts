import type { Writable } from 'node:stream'
import { once } from 'node:events'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { kyselyOn } from '#platform/database/pool.ts'
import type { Anchor } from '#core/audit/anchors.ts'
import { newEnvelope, type PieceKind } from './envelope.ts'
import { countAndDigest, tablesInOrder } from './tables.sql.ts'

export interface Manifest {
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly digest: string }[]
}

/** What a backup says of itself before its tables. */
export interface BackupHead {
  readonly takenAt: string
  readonly migrations: readonly string[]
  readonly secret: string
  readonly anchors: readonly Anchor[]
}

const PIECE = 1024 * 1024

/**
 * Copies everything as it stands at one moment, while work goes on: one transaction that sees one snapshot.
 *
 * @returns the rows and digest of each table, which the restored copy has to have too
 */
export async function writeBackup(
  keeper: pg.Pool,
  file: Writable,
  how: { passphrase: string; head: Omit<BackupHead, 'migrations'> },
): Promise<Manifest> {
  const envelope = newEnvelope(how.passphrase)
  const put = async (kind: PieceKind, body: Buffer): Promise<void> => {
    if (!file.write(envelope.seal({ kind, body }))) await once(file, 'drain')
  }
  const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))
  file.write(envelope.head)
  const client = await keeper.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const migrations = await client.query<{ checksum: string }>(
      'select checksum from migration order by number',
    )
    await put('H', json({ ...how.head, migrations: migrations.rows.map(row => row.checksum) }))
    const tables: { name: string; rows: number; digest: string }[] = []
    const snapshot = kyselyOn<unknown>(singleClientPool(client))
    for (const table of await tablesInOrder(snapshot)) {
      await put('T', json(table))
      const columns = table.columns.map(column => pg.escapeIdentifier(column)).join(', ')
      let held: Buffer[] = []
      let size = 0
      for await (const chunk of client.query(
        copyTo(`copy ${pg.escapeIdentifier(table.name)} (${columns}) to stdout`),
      )) {
        held.push(chunk as Buffer)
        size += (chunk as Buffer).length
        if (size >= PIECE) {
          await put('D', Buffer.concat(held))
          held = []
          size = 0
        }
      }
      if (size > 0) await put('D', Buffer.concat(held))
      tables.push({ name: table.name, ...(await countAndDigest(snapshot, table)) })
    }
    await put('E', json({ tables } satisfies Manifest))
    await client.query('commit')
    return { tables }
  } finally {
    client.release()
  }
}

/** Lets queries written for a pool run inside the one transaction that holds the snapshot. */
export const singleClientPool = (client: pg.PoolClient): pg.Pool =>
  ({
    connect: async () => ({ query: client.query.bind(client), release: () => undefined }),
    end: async () => undefined,
  }) as unknown as pg.Pool
