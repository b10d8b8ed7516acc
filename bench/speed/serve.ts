import { buildApp } from '#entry/build-app.ts'
import { makeArea } from '#entry/make-area.ts'
import { openInstallation } from '#entry/installation.ts'
import { sealNow, SEAL_EVERY_MS } from '#core/audit/sealing.ts'
import { readConfig } from '#platform/config/config.ts'
import { openPool } from '#platform/database/pool.ts'
import { startSession } from '#platform/http/sessions.ts'
import { startSweeps } from '#platform/jobs/sweeps.ts'
import { bulkLoad } from './bulk.ts'

/** The server under load, a process of its own: policies, ledger and sealer on, as in service. */
const size = JSON.parse(process.argv[2] ?? '{}')
const here = await openInstallation(readConfig(process.env))
const started = performance.now()
await makeArea(here)
const pool = openPool(here.address, null, { max: 1, statementTimeout: 0 })
const client = await pool.connect()
const made = new Map<string, string>()
for (const [kind, query] of [
  ['agency', 'select kind as name, id from agency'],
  ['team', 'select a.kind as name, t.id from team t join agency a on a.id = t.agency_id'],
  ['user', 'select name, id from user_account'],
  ['area', 'select name, id from area'],
] as const) {
  for (const row of (await client.query<{ name: string; id: string }>(query)).rows)
    made.set(`${kind} ${row.name}`, row.id)
}
// Started again after a kill it finds its area made, and is not filled a second time.
const loaded = size.people > 0 ? await bulkLoad(client, made, { world: here.world, size }) : null
client.release()
await pool.end()
const loadedIn = (performance.now() - started) / 1000

const gate = here.connect('sightline_gate', 4)
const { app } = await buildApp({
  db: here.connect('sightline_app', 8),
  gate,
  world: here.world,
  log: here.log,
  secret: here.secret,
  demo: true,
})
const sealer = { db: here.connect('sightline_sealer', 1), anchors: here.anchors }
const sweeps = startSweeps(
  [{ name: 'sealing', everyMs: SEAL_EVERY_MS, run: async () => void (await sealNow(sealer)) }],
  () => undefined,
)
await app.listen({ host: '127.0.0.1', port: 0 })
const bound = app.server.address()
const cookies: Record<string, string> = {}
for (const name of ['Priya Raman', 'Grace Okafor', 'Leah Brandt', 'Daniel Frost']) {
  cookies[name] =
    `__Host-sightline=${await startSession({ gate, world: here.world }, made.get(`user ${name}`) ?? '', 'open')}`
}
process.send?.({
  port: typeof bound === 'object' && bound ? bound.port : 0,
  cookies,
  loaded,
  foreign: loaded?.foreign,
  loadedIn,
  area: made.get('area Wexcombe North'),
})
process.once(
  'message',
  () =>
    void app
      .close()
      .then(() => sweeps.stop())
      .then(() => here.stop())
      .then(() => process.exit(0)),
)
// Whoever asked for it is gone: so is the server.
process.once('disconnect', () => process.exit(1))
