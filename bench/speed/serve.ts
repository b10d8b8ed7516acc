import { buildApp } from '#entry/build-app.ts'
import { makeArea } from '#entry/make-area.ts'
import { makeCrowd } from '#entry/made-up/crowd.ts'
import { readSetting } from '#entry/made-up/setting.sql.ts'
import type { Size } from '#entry/made-up/size.ts'
import { openInstallation } from '#entry/installation.ts'
import { sealNow, SEAL_EVERY_MS } from '#core/audit/sealing.ts'
import type { Database } from '#core/access/generated/tables.ts'
import { readConfig } from '#platform/config/config.ts'
import { kyselyOn, openPool } from '#platform/database/pool.ts'
import { timesAsWide } from '#platform/http/limits.ts'
import { startSession } from '#platform/http/sessions.ts'
import { startSweeps } from '#platform/jobs/sweeps.ts'
import { PLANTED } from '../data/planted.ts'
import { whatWasLoaded } from './loaded.ts'
import { sealingLag } from '../ledger/lag.sql.ts'
import { checkPlans } from './plans.ts'
import { giveToPeer } from './peer-access.ts'
import type { Ask, Ready } from './server.ts'

/** The server under load, a process of its own: policies, ledger and sealer on, as in service. */
const size = JSON.parse(process.argv[2] ?? '{}') as Size
const here = await openInstallation(readConfig(process.env))
const started = performance.now()
await makeArea(here)
const pool = openPool(here.address, null, { max: 1, statementTimeout: 0 })
const superuser = kyselyOn<Database>(pool)
// Started again after a kill it finds its area made, and is not filled a second time.
const crowd =
  size.people > 0
    ? await makeCrowd(here.address, size, { now: here.world.now(), planted: PLANTED, vacuum: true })
    : null
const setting = crowd?.setting ?? (await readSetting(superuser))
const loaded = crowd ? whatWasLoaded(setting, crowd.loaded) : null
const loadedIn = (performance.now() - started) / 1000

const gate = here.connect('sightline_gate', 4)
// Counted as in service; but four people here send what hundreds do.
const limits = timesAsWide(1_000)
const parts = { gate, world: here.world, log: here.log, secret: here.secret, demo: true, limits }
const { app } = await buildApp({ ...parts, db: here.connect('sightline_app', 8) })
const sealer = { db: here.connect('sightline_sealer', 1), anchors: here.anchors }
await sealNow(sealer)
const sweeps = startSweeps(
  [{ name: 'sealing', everyMs: SEAL_EVERY_MS, run: async () => void (await sealNow(sealer)) }],
  () => undefined,
)
await app.listen({ host: '127.0.0.1', port: 0 })
const bound = app.server.address()
const cookies: Record<string, string> = {}
for (const name of ['Priya Raman', 'Grace Okafor', 'Leah Brandt', 'Daniel Frost']) {
  const token = await startSession({ gate, world: here.world }, setting.staff(name).id, 'open')
  cookies[name] = `__Host-sightline=${token}`
}
process.send?.({
  port: typeof bound === 'object' && bound ? bound.port : 0,
  cookies,
  loaded,
  loadedIn,
  area: setting.areas[0]?.id ?? '',
  duty: setting.staff('Priya Raman').id,
} satisfies Ready)

process.on('message', (ask: Ask) => void answer(ask))

async function answer(ask: Ask): Promise<void> {
  switch (ask.ask) {
    case 'plans': {
      const found = await checkPlans({ address: here.address, parts, superuser, shots: ask.shots })
      return void process.send?.(found)
    }
    case 'peer':
      return void process.send?.(await giveToPeer(superuser, here.address))
    case 'lag':
      return void process.send?.(await sealingLag(superuser, ask.since))
    case 'stop':
      await app.close()
      await sweeps.stop()
      await superuser.destroy()
      await here.stop()
      process.exit(0)
  }
}

// Whoever asked for it is gone: so is the server.
process.once('disconnect', () => process.exit(1))
