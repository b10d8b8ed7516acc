import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { raiseLate } from '#core/clocks/raise-late.ts'
import type { Database } from '#core/access/generated/tables.ts'
import { features } from '#entry/feature-list.ts'
import { bulkLoad } from '#entry/made-up/load.sql.ts'
import { makeFacts } from '#entry/made-up/make-facts.ts'
import { readSetting } from '#entry/made-up/setting.sql.ts'
import { openInstallation } from '#entry/installation.ts'
import { makeArea } from '#entry/make-area.ts'
import { readConfig } from '#platform/config/config.ts'
import { createDatabase } from '#platform/database/create-database.ts'
import { kyselyOn, openPool } from '#platform/database/pool.ts'
import { finish, say } from './result.ts'
import { compare } from './rows/compare.ts'
import { makeHappen } from './rows/deeds.ts'
import { checkTheGuard } from './rows/check-the-guard.ts'
import { dumpAll, idsIn, type Dump } from './rows/tables.ts'

/**
 * Whether the rows that the benches are filled with are the rows that deeds write. The same facts are made to happen in
 * one copy of the made-up area and bulk-loaded into another, and every table of the two is compared.
 * `npm run sightline bench rows [concerns]`.
 */
const CONCERNS = Number(process.argv[2] ?? 50)
const data = await mkdtemp(join(tmpdir(), 'sightline-rows-'))
await chmod(data, 0o755)
const config = readConfig({ ...process.env, SIGHTLINE_DATA: data })

say('Making the area')
const maker = await openInstallation(config)
await makeArea(maker)
const now = maker.world.now()
const kinds = features.flatMap(feature => feature.work ?? [])
const worker = { db: maker.connect('sightline_job', 1), world: { ...maker.world, now: () => now } }
while ((await raiseLate(worker, kinds)) > 0);
// A database can be copied only while nobody is connected to it.
await maker.stop()
const here = await openInstallation(config)

/** A copy of the made-up area, and what is in it once `fill` has run. */
async function filled(name: string, fill: (address: typeof here.address) => Promise<void>): Promise<Dump> {
  const address = { ...here.address, database: name }
  await createDatabase(here.address, name, here.address.database)
  await fill(address)
  const pool = openPool(address, null, { max: 1, statementTimeout: 0 })
  const client = await pool.connect()
  const dump = await dumpAll(client)
  client.release()
  await pool.end()
  return dump
}

const pool = openPool(here.address, null, { max: 1 })
const setting = await readSetting(kyselyOn<Database>(pool))
const client = await pool.connect()
const before = await dumpAll(client)
client.release()
await pool.end()

const size = {
  children: Math.ceil((CONCERNS * 2) / 3),
  people: CONCERNS * 2,
  concerns: CONCERNS,
  open: Math.ceil(CONCERNS / 3),
  notes: 12,
}
const facts = [...makeFacts(size, setting, { now })]
say(`Making ${size.concerns} concerns and ${size.people} people by deeds`)
const byDeeds = await filled('by_deeds', async address => {
  const app = openPool(address, 'sightline_app', { max: 1 })
  const job = openPool(address, 'sightline_job', { max: 1 })
  await makeHappen(facts, { setting, now, world: here.world }, { app: kyselyOn(app), job: kyselyOn(job) })
  await app.end()
  await job.end()
})
say('Bulk-loading the same')
const byBulk = await filled('by_bulk', async address => {
  const bulk = openPool(address, null, { max: 1, statementTimeout: 0 })
  const copier = await bulk.connect()
  await bulkLoad([copier], facts, { setting, now })
  copier.release()
  await bulk.end()
})
await here.stop()
await rm(data, { recursive: true, force: true })

const known = idsIn(before)
const touched = [...byDeeds.keys()].filter(table => byDeeds.get(table)?.length !== before.get(table)?.length)
const compared = touched.map(table => ({
  table,
  rows: (byDeeds.get(table)?.length ?? 0) - (before.get(table)?.length ?? 0),
  columns: Object.keys(byDeeds.get(table)?.[0] ?? {}),
}))
for (const { table, rows, columns } of compared) say(`${table}: ${rows} rows, ${columns.join(', ')}`)
const found = compare(byDeeds, byBulk, known)
for (const difference of found) say(`DIFFERS  ${difference.table}: ${difference.says}`)
const guard = found.length === 0 ? checkTheGuard({ byDeeds, byBulk, known, touched }) : null
if (guard)
  say(
    `${guard.planted} differences planted, one in each column; ${guard.unseen.length} not seen ${guard.unseen.join(', ')}`,
  )

const code = await finish(
  {
    bench: 'rows',
    command: 'npm run sightline bench rows',
    size: `${size.concerns} concerns and ${size.people} people made twice`,
    figures: [
      {
        what: 'Rows in which bulk-loading differs from the deeds',
        value: found.length,
        unit: 'rows',
        atMost: 0,
      },
      {
        what: 'Rows compared',
        value: compared.reduce((sum, one) => sum + one.rows, 0),
        unit: 'rows',
        atLeast: 1,
      },
      { what: 'Tables compared', value: compared.length, unit: 'tables', atLeast: 22 },
      ...(guard
        ? [
            {
              what: 'Differences planted and not seen',
              value: guard.unseen.length,
              unit: 'columns',
              atMost: 0,
            },
          ]
        : []),
    ],
    more: { compared, found },
  },
  { keep: CONCERNS >= 50 },
)
process.exit(code)
