import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHECKS, faultsOf } from '#entry/cli/doctor.sql.ts'
import { verifyLedger } from '#core/audit/verify.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { openPool } from '#platform/database/pool.ts'
import { referred } from '#test/kit/referring.ts'
import { memoryAnchors, sealAll } from '#test/kit/sealing.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { testDatabase, type TestDatabase } from '#test/kit/test-database.ts'
import { writeBackup } from './backup.ts'
import { clearRestoring, readBackup } from './restore.ts'

const PASSPHRASE = 'three words and a number 7'

let t: TestApp
let taken: Buffer
beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'])
  await referred(t, { email: 'kept@fresh.example', kind: 'hotel' })
  const sealer = { db: t.database.connect('sightline_sealer', 1), anchors: memoryAnchors() }
  await sealAll(sealer, t.database)
  const keeper = openPool(t.database.address, 'sightline_keeper', { max: 2 })
  // Work goes on while it is taken.
  const going = Promise.all(
    [1, 2, 3].map(() => t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[3]?.typed ?? {}))),
  )
  const file = new PassThrough()
  const whole = buffer(file)
  await writeBackup(keeper, file, {
    passphrase: PASSPHRASE,
    head: { takenAt: '2026-11-24', secret: 's', anchors: [] },
  })
  file.end()
  taken = await whole
  await going
  await keeper.end()
})
afterAll(() => t[Symbol.asyncDispose]())

/** Where the piece begins that says how the backup ends. */
const lastPiece = (file: Buffer): number => {
  let at = 'SIGHTLINE1'.length + 16
  while (file.toString('latin1', at, at + 1) !== 'E') at += 5 + file.readUInt32BE(at + 1) + 16
  return at
}

/** Schemas, and agencies put in, of a database whose restore has failed. */
let leftBehind: string[] = []
const schemasOf = async (database: TestDatabase): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname = 'restoring'
    union all select 'agency ' || name from agency`.execute(database.superuser)
  return rows.map(row => row.name)
}

const restoreInto = async (file: Buffer, passphrase = PASSPHRASE) => {
  const database = await testDatabase()
  const pools = {
    owner: openPool(database.address, 'sightline_owner', { max: 1 }),
    keeper: openPool(database.address, 'sightline_keeper', { max: 2 }),
  }
  const end = async () => {
    await pools.owner.end()
    await pools.keeper.end()
  }
  try {
    const pieces = Array.from({ length: Math.ceil(file.length / 10_000) }, (_, n) =>
      file.subarray(n * 10_000, (n + 1) * 10_000),
    )
    return { database, restored: await readBackup(pools, Readable.from(pieces), passphrase) }
  } catch (error) {
    leftBehind = await schemasOf(database)
    await database[Symbol.asyncDispose]()
    throw error
  } finally {
    await end()
  }
}

describe('a backup taken while work goes on', () => {
  test('restores elsewhere with the same rows and digests, and both checks are clean', async () => {
    const { database, restored } = await restoreInto(taken)
    const rows = new Map(restored.manifest.tables.map(table => [table.name, table.rows]))
    expect(rows.get('concern')).toBeGreaterThanOrEqual(5)
    expect(rows.get('audit_entry')).toBeGreaterThan(10)
    expect([rows.get('referrer'), rows.get('concern_receipt')]).toEqual([1, 1])
    const keeper = database.connect('sightline_keeper')
    for (const check of CHECKS) expect(await faultsOf(keeper, check), check.says).toEqual([])
    const sealer = { db: database.connect('sightline_sealer', 1), anchors: memoryAnchors() }
    await sealAll(sealer, database)
    const verified = await verifyLedger(sealer.db, sealer.anchors)
    expect(verified.faults).toEqual([])
    expect(verified.entries).toBe(rows.get('audit_entry'))
    await database[Symbol.asyncDispose]()
  })

  test('holds nothing readable', () => {
    expect(taken.includes('Amelia')).toBe(false)
    expect(taken.includes('concern')).toBe(false)
  })

  test.each([
    [
      'the wrong passphrase',
      (file: Buffer) => ({ file, passphrase: 'some other words entirely' }),
      'passphrase',
    ],
    ['an end that is cut off', (file: Buffer) => ({ file: file.subarray(0, -200) }), 'cut off'],
    [
      'a byte that was changed',
      (file: Buffer) => ({
        file: Buffer.concat([
          file.subarray(0, 5000),
          Buffer.from([(file[5000] ?? 0) ^ 1]),
          file.subarray(5001),
        ]),
      }),
      'changed',
    ],
    [
      'a bit that was flipped near its end',
      (file: Buffer) => {
        const copy = Buffer.from(file)
        copy[copy.length - 40] = (copy[copy.length - 40] ?? 0) ^ 0x10
        return { file: copy }
      },
      'changed',
    ],
    ['all but the last piece', (file: Buffer) => ({ file: file.subarray(0, lastPiece(file)) }), 'cut off'],
    [
      'another file',
      () => ({ file: Buffer.from('PK and other things that are no backup at all') }),
      'not a backup',
    ],
  ])('is refused with %s', async (_, spoil, says) => {
    const { file, passphrase } = { passphrase: PASSPHRASE, ...spoil(taken) }
    leftBehind = ['not looked at']
    await expect(restoreInto(file, passphrase)).rejects.toThrow(says)
    expect(leftBehind).toEqual([])
  })

  test('is refused by a database that is not empty', async () => {
    const pools = {
      owner: openPool(t.database.address, 'sightline_owner', { max: 1 }),
      keeper: openPool(t.database.address, 'sightline_keeper', { max: 2 }),
    }
    // The owner sees no agency's accounts, but an agency itself is nobody's secret.
    await expect(readBackup(pools, Readable.from([taken]), PASSPHRASE)).rejects.toThrow('not empty')
    await pools.owner.end()
    await pools.keeper.end()
  })
})

test('what a restore left behind when its process was killed is gone with the next start', async () => {
  const database = await testDatabase()
  await sql`create schema restoring; create table restoring.concern as select 'Amelia' as words`.execute(
    database.superuser,
  )
  await sql`alter schema restoring owner to sightline_owner; alter table restoring.concern owner to sightline_owner`.execute(
    database.superuser,
  )
  expect(await schemasOf(database)).toEqual(['restoring'])
  await clearRestoring(database.address)
  expect(await schemasOf(database)).toEqual([])
  await database[Symbol.asyncDispose]()
})
