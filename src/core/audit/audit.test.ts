import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memoryAnchors, sealAll } from '#test/kit/sealing.ts'
import { testDatabase, type TestDatabase } from '#test/kit/test-database.ts'
import { testWorld } from '#test/kit/test-world.ts'
import { transactAs } from '#core/access/scoped-tx.ts'
import { fileAnchors } from './anchors.ts'
import { writeEntry } from './ledger.ts'
import { sealNow, type Sealer } from './sealing.ts'
import { verifyLedger } from './verify.ts'

let database: TestDatabase
let sealer: Sealer & { anchors: ReturnType<typeof memoryAnchors> }
const world = testWorld()

beforeEach(async () => {
  database = await testDatabase()
  sealer = { db: database.connect('sightline_sealer', 1), anchors: memoryAnchors() }
})
afterEach(() => database[Symbol.asyncDispose]())

const write = async (count: number): Promise<void> => {
  const door = { db: database.connect('sightline_job', 1), world }
  await transactAs(door, { kind: 'service', name: 'test' }, async tx => {
    for (let n = 0; n < count; n += 1)
      await writeEntry(tx, { deed: 'test.written', subject: null, detail: { n } })
  })
}

/** Found in small pages, two at once, and found the same in one. */
const faults = async () => {
  const two = database.connect('sightline_sealer', 2)
  const inPages = await verifyLedger(two, sealer.anchors, { atOnce: 2, page: 7 })
  expect(await verifyLedger(sealer.db, sealer.anchors)).toEqual(inPages)
  return inPages.faults.map(fault => `${fault.kind} ${fault.at}`)
}

/** What someone with the whole database in their hands could do. */
const tamper = async (statement: string): Promise<void> => {
  await sql
    .raw(`set session_replication_role = replica; ${statement}; set session_replication_role = origin`)
    .execute(database.superuser)
}

const FORGED = `insert into audit_entry (id, at, written_at, viewer_kind, viewer_roles, deed, detail) overriding system value
  values (5000, now(), now() - interval '1 hour', 'user', '{}', 'test.forged', '{}')`

describe('the ledger', () => {
  test('is whole after honest work, and only what was committed is sealed', async () => {
    await write(20)
    expect(await sealAll(sealer, database)).toEqual({ sealed: 20 })
    await write(5)
    expect(await sealAll(sealer, database)).toEqual({ sealed: 5 })
    expect(await sealAll(sealer, database)).toEqual({ sealed: 0 })
    expect(await faults()).toEqual([])
    expect(sealer.anchors.kept).toHaveLength(2)
  })

  test('goes on after a restore from a server whose transactions had higher numbers', async () => {
    await write(3)
    await sealAll(sealer, database)
    await tamper(`update audit_entry set tx = (tx::text::bigint + 1000000000)::text::xid8`)
    await write(2)
    expect(await sealAll(sealer, database)).toEqual({ sealed: 2 })
    await write(1)
    expect(await sealAll(sealer, database)).toEqual({ sealed: 1 })
  })

  test('is not read through each time that the sealer looks', async () => {
    for (let transactions = 0; transactions < 100; transactions += 1) await write(10)
    await sealAll(sealer, database)
    await sql`analyze audit_entry, audit_link`.execute(database.superuser)
    const flush = () => sql`select pg_stat_force_next_flush()`.execute(sealer.db)
    await flush()
    const read = async () =>
      (
        await sql<{ read: number }>`select seq_tup_read + idx_tup_fetch as read from pg_stat_user_tables
          where relname = 'audit_entry'`.execute(database.superuser)
      ).rows[0]?.read ?? Number.NaN
    const before = await read()
    await sealNow(sealer)
    await flush()
    expect((await read()) - before).toBeLessThan(100)
  })

  test('an entry whose transaction ends late is sealed later, and nothing before it is passed over', async () => {
    const slow = database.connect('sightline_job', 1)
    const written = Promise.withResolvers<void>()
    const waiting = Promise.withResolvers<void>()
    const late = transactAs({ db: slow, world }, { kind: 'service', name: 'slow' }, async tx => {
      await writeEntry(tx, { deed: 'test.late', subject: null, detail: {} })
      written.resolve()
      await waiting.promise
    })
    await written.promise
    await write(3)
    const meanwhile = await sealNow(sealer)
    waiting.resolve()
    await late
    expect(meanwhile).toEqual({ sealed: 0 })
    expect(await sealAll(sealer, database)).toEqual({ sealed: 4 })
    expect(await faults()).toEqual([])
  })

  test.each([
    ['an edited word', `update audit_entry set deed = 'test.other' where id = 7`, ['entry-changed 7']],
    [
      'an edited time',
      `update audit_entry set at = at + interval '1 second' where id = 7`,
      ['entry-changed 7'],
    ],
    ['an edited detail', `update audit_entry set detail = '{"n": 99}' where id = 7`, ['entry-changed 7']],
    ['a deleted entry', `delete from audit_entry where id = 7`, ['entry-missing 7']],
    [
      'two that changed places',
      `update audit_entry set detail = case id when 7 then '{"n": 7}'::jsonb else '{"n": 6}' end where id in (7, 8)`,
      ['entry-changed 7', 'entry-changed 8'],
    ],
    ['an entry put in with an old time', FORGED, ['entry-outside-seals 5000']],
    [
      'an entry put in and linked to the end of the chain, with no old time',
      `${FORGED.replace("now() - interval '1 hour'", 'now()')}; insert into audit_link (position, entry_id, hash)
       select 21, 5000, sha256(l.hash || audit.canonical(e)) from audit_link l, audit_entry e where l.position = 20 and e.id = 5000`,
      ['link-outside-seals 21'],
    ],
    ['a link taken out', `delete from audit_link where position = 7`, ['entry-changed 8', 'links-missing 7']],
    [
      'the tail cut off',
      `delete from audit_link where position > 10; delete from audit_seal where number = 2; delete from audit_entry where id > 10`,
      ['tail-missing 2'],
    ],
  ])('names %s', async (_, statement, wanted) => {
    await write(10)
    await sealAll(sealer, database)
    await write(10)
    await sealAll(sealer, database)
    await tamper(statement)
    expect((await faults()).toSorted()).toEqual(wanted.toSorted())
  })

  test('names an entry put in with an old time, also when the sealer has taken it for an honest one', async () => {
    await write(3)
    await sealAll(sealer, database)
    await tamper(FORGED)
    await sealAll(sealer, database)
    expect(await faults()).toEqual(['sealed-late 5000'])
  })

  test('a chain made anew from the first entry disagrees with the heads kept outside', async () => {
    await write(10)
    await sealAll(sealer, database)
    await tamper(
      `update audit_entry set detail = '{"n": 99}' where id = 3; delete from audit_link; delete from audit_seal`,
    )
    const outside = sealer.anchors.kept.map(anchor => ({ ...anchor }))
    await sealAll({ ...sealer, anchors: memoryAnchors() }, database)
    const forged = memoryAnchors()
    forged.kept.push(...outside)
    const found = await verifyLedger(sealer.db, forged)
    expect(found.faults.map(fault => fault.kind)).toEqual(['head-differs-outside'])
  })

  test('no role of the service can change it, and even the owner meets a wall', async () => {
    await write(1)
    await sealAll(sealer, database)
    for (const role of [
      'sightline_app',
      'sightline_job',
      'sightline_sealer',
      'sightline_keeper',
      'sightline_gate',
      'sightline_owner',
    ] as const) {
      const db = database.connect(role, 1)
      for (const statement of [
        `update audit_entry set deed = 'x.y'`,
        `delete from audit_entry`,
        `truncate audit_entry cascade`,
        `update audit_link set position = 9`,
        `delete from audit_seal`,
      ]) {
        const done = await sql
          .raw(statement)
          .execute(db)
          .then(
            result => Number(result.numAffectedRows ?? 0n),
            () => 0,
          )
        expect(done, `${role}: ${statement}`).toBe(0)
      }
    }
    expect(await faults()).toEqual([])
  })

  test('eight writers and the sealer together lose nothing', async () => {
    const writers = Array.from({ length: 8 }, () => write(25))
    await Promise.all([...writers, sealNow(sealer), sealNow(sealer)])
    await sealAll(sealer, database)
    const { entries, faults: found } = await verifyLedger(sealer.db, sealer.anchors)
    expect({ entries, found }).toEqual({ entries: 200, found: [] })
  })

  test('a file keeps the heads line by line, and a line cut short is not believed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'anchors-'))
    const store = fileAnchors(join(folder, 'heads'))
    await write(3)
    await sealAll({ ...sealer, anchors: store }, database)
    expect(await store.all()).toHaveLength(1)
    await writeFile(join(folder, 'heads'), `${await readFile(join(folder, 'heads'), 'utf8')}{"number":2,"he`)
    expect(await store.all()).toHaveLength(1)
    await write(3)
    await sealAll({ ...sealer, anchors: store }, database)
    expect((await store.all()).map(anchor => anchor.number)).toEqual([1, 2])
    expect((await store.last()).map(anchor => anchor.number)).toEqual([1, 2])
    await rm(folder, { recursive: true })
  })

  test('heads that were outside and are gone are named and not put there again', async () => {
    for (let seals = 0; seals < 3; seals += 1) {
      await write(2)
      await sealAll(sealer, database)
    }
    await tamper(`update audit_seal set sealed_at = sealed_at - interval '2 hours'`)
    sealer.anchors.kept.splice(1, 1)
    await sealNow(sealer)
    expect(await faults()).toEqual(['head-missing-outside 2'])
    sealer.anchors.kept.length = 0
    await sealNow(sealer)
    expect(await faults()).toEqual([1, 2, 3].map(seal => `head-missing-outside ${seal}`))
  })

  test('a number from beyond the chain does not stop the heads that follow', async () => {
    await write(2)
    await sealAll(sealer, database)
    sealer.anchors.kept.push({ number: 1_000_000, head: '00', lastPosition: 9, sealedAt: '' })
    await write(2)
    await sealAll(sealer, database)
    expect(sealer.anchors.kept.map(anchor => anchor.number)).toEqual([1, 1_000_000, 2])
    expect(await faults()).toEqual(['tail-missing 1000000'])
  })

  test('after a pause of the sealer honest entries are sealed late and not accused', async () => {
    await write(2)
    await tamper(
      `update audit_entry set written_at = written_at - interval '3 hours', at = at - interval '3 hours'`,
    )
    await write(2)
    await sealAll(sealer, database)
    expect(await faults()).toEqual([])
  })
})
