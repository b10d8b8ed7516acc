import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Database } from '#core/access/generated/tables.ts'
import { SEAL_EVERY_MS, sealNow } from '#core/audit/sealing.ts'
import type { Verification } from '#core/audit/verify.ts'
import { openInstallation } from '#entry/installation.ts'
import { makeArea } from '#entry/make-area.ts'
import { readConfig } from '#platform/config/config.ts'
import { kyselyOn, openPool } from '#platform/database/pool.ts'
import { startSweeps } from '#platform/jobs/sweeps.ts'
import { readSetting } from '#entry/made-up/setting.sql.ts'
import { sealingLag } from './ledger/lag.sql.ts'
import { foundAfter, rebuilt, tamperings } from './ledger/tamper.ts'
import { entriesUnsealed, entriesWritten, writeLooks } from './ledger/write.sql.ts'
import { finish, round, say, type Figure } from './result.ts'

/**
 * The ledger at size: written by `audit.record` while the sealer follows, verified by `sightline audit verify`, then
 * tampered with in every way. `npm run sightline bench ledger [entries]`.
 */
const ENTRIES = Number(process.argv[2] ?? 1_000_000)
const full = ENTRIES >= 1_000_000
const SECONDS_ONE_BY_ONE = full ? 60 : 10
const WRITERS = 8
const data = await mkdtemp(join(tmpdir(), 'sightline-ledger-'))
await chmod(data, 0o755)
const env = { ...process.env, SIGHTLINE_DATA: data }
const figures: Figure[] = []

const here = await openInstallation(readConfig(env))
await makeArea(here)
const superuser = kyselyOn<Database>(openPool(here.address, null, { max: 2, statementTimeout: 0 }))
const setting = await readSetting(superuser)
const people = await superuser.selectFrom('personRecord').select('id').execute()
const app = here.connect('sightline_app', WRITERS)
const sealer = { db: here.connect('sightline_sealer', 1), anchors: here.anchors }
const sweeps = startSweeps(
  [{ name: 'sealing', everyMs: SEAL_EVERY_MS, run: async () => void (await sealNow(sealer)) }],
  (_, error) => say(`SEALING FAILED  ${String(error)}`),
)

async function load(each: number, until: () => boolean): Promise<{ perSecond: number; lag: number }> {
  const since = new Date().toISOString()
  const started = performance.now()
  const looks = { by: setting.staff('Priya Raman').id, at: people.map(person => person.id), each, until }
  const written = await Promise.all(Array.from({ length: WRITERS }, () => writeLooks(app, looks)))
  const took = (performance.now() - started) / 1000
  while ((await entriesUnsealed(superuser)) > 0) await pause(1_000)
  return {
    perSecond: written.reduce((sum, one) => sum + one, 0) / took,
    lag: await sealingLag(superuser, since),
  }
}

say(`${WRITERS} writers, one entry a transaction, for ${SECONDS_ONE_BY_ONE} s`)
const until = performance.now() + SECONDS_ONE_BY_ONE * 1000
const oneByOne = await load(1, () => performance.now() > until)
say(`${round(oneByOne.perSecond, 0)} entries a second, sealed ${round(oneByOne.lag)} s after writing at most`)
figures.push(
  { what: 'Entries written one a transaction', value: round(oneByOne.perSecond, 0), unit: 'a second' },
  {
    what: 'Sealed after writing, at most, one a transaction',
    value: round(oneByOne.lag),
    unit: 's',
    atMost: 10,
  },
)

say(`Writing up to ${ENTRIES} entries, 500 a transaction`)
let written = await entriesWritten(superuser)
const many = await load(500, () => {
  written += 500
  if (written % 100_000 < 500) say(`${written} written`)
  // Each of the writers stops when the last of them may have written enough.
  return written > ENTRIES + 500
})
say(`${round(many.perSecond, 0)} entries a second, sealed ${round(many.lag)} s after writing at most`)
figures.push(
  { what: 'Entries written 500 a transaction', value: round(many.perSecond, 0), unit: 'a second' },
  { what: 'Sealed after writing, at most, 500 a transaction', value: round(many.lag), unit: 's', atMost: 10 },
)
await sweeps.stop()

for (const tampering of [...(await tamperings(superuser)), await rebuilt(superuser)]) {
  const found = await foundAfter(superuser, sealer.anchors, tampering)
  const named = tampering.named(found)
  say(
    `${tampering.what}: ${named ? 'named' : 'NOT AS IT SHOULD BE'} ${found.slice(0, 3).join(', ')}${found.length > 3 ? ` and ${found.length - 3} more` : ''}`,
  )
  figures.push({ what: `Tampering named: ${tampering.what}`, value: named ? 1 : 0, unit: 'of 1', atLeast: 1 })
}
await superuser.destroy()
await here.stop()

say('sightline audit verify, with the start of the database in it')
const started = performance.now()
const cli = fileURLToPath(new URL('../src/entry/cli.ts', import.meta.url))
const verify = spawnSync(process.execPath, ['--import', 'tsx', cli, 'audit', 'verify', '--json'], {
  env,
  encoding: 'utf8',
})
const took = round((performance.now() - started) / 1000)
const verified = JSON.parse(verify.stdout) as Verification
say(
  `${verified.entries} entries in ${verified.seals} seals verified in ${took} s, ${verified.faults.length} faults`,
)
figures.push(
  { what: '`audit verify`', value: took, unit: 's', atMost: 30 },
  { what: 'Entries verified', value: verified.entries, unit: 'entries', atLeast: ENTRIES },
  { what: 'Faults in what nobody touched', value: verified.faults.length, unit: 'faults', atMost: 0 },
)
await rm(data, { recursive: true, force: true })
process.exit(
  await finish(
    {
      bench: 'ledger',
      command: 'npm run sightline bench ledger',
      size: `${verified.entries} entries, ${verified.seals} seals`,
      figures,
    },
    { keep: full },
  ),
)
