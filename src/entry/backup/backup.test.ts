import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHECKS, faultsOf } from '#entry/cli/doctor.sql.ts'
import { verifyLedger } from '#core/audit/verify.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { openPool } from '#platform/database/pool.ts'
import { memoryAnchors, sealAll } from '#test/kit/sealing.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { testDatabase } from '#test/kit/test-database.ts'
import { writeBackup } from './backup.ts'
import { readBackup } from './restore.ts'

const PASSPHRASE = 'three words and a number 7'

let t: TestApp
let taken: Buffer
beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'])
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
      'another file',
      () => ({ file: Buffer.from('PK and other things that are no backup at all') }),
      'not a backup',
    ],
  ])('is refused with %s', async (_, spoil, says) => {
    const { file, passphrase } = { passphrase: PASSPHRASE, ...spoil(taken) }
    await expect(restoreInto(file, passphrase)).rejects.toThrow(says)
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
