import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actAs } from '#core/audit/acting.ts'
import { sealNow, SEAL_EVERY_MS } from '#core/audit/sealing.ts'
import { verifyLedger } from '#core/audit/verify.ts'
import { buildApp } from '#entry/build-app.ts'
import { openInstallation } from '#entry/installation.ts'
import { makeArea } from '#entry/make-area.ts'
import { readSetting } from '#entry/made-up/setting.sql.ts'
import type { Database, UserAccountId } from '#core/access/generated/tables.ts'
import { readConfig } from '#platform/config/config.ts'
import { kyselyOn, openPool } from '#platform/database/pool.ts'
import type { Limits } from '#platform/http/limits.ts'
import { startSession } from '#platform/http/sessions.ts'
import { startSweeps } from '#platform/jobs/sweeps.ts'
import type { LogLine } from '#platform/log/log.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { wholeConcerns } from './whole-concerns.ts'
import { browsing, type Browsing } from '#test/kit/browser-like.ts'

export interface Served {
  readonly base: string
  /** A browser in which this person is signed in. */
  readonly as: (name: string) => Promise<Browsing>
  /** What the server logged as an error, and by which status it answered how often: its own count. */
  readonly errors: readonly LogLine[]
  readonly answered: ReadonlyMap<number, number>
  /** Whole concerns as this account may send them. */
  readonly wholeConcerns: (account: string, many: number) => Promise<object[]>
  readonly faultsOfLedger: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** The made-up area on a socket and a database that are thrown away: policies, ledger and sealer on, as in service. */
export async function serveArea(limits: Limits): Promise<Served> {
  const data = await mkdtemp(join(tmpdir(), 'sightline-schemathesis-'))
  await chmod(data, 0o755)
  const errors: LogLine[] = []
  const log = (line: LogLine): void => void (line.level === 'error' && errors.push(line))
  const here = await openInstallation(readConfig({ ...process.env, SIGHTLINE_DATA: data }), { log })
  await makeArea(here)
  const gate = here.connect('sightline_gate', 4)
  const db = here.connect('sightline_app', 8)
  const { app } = await buildApp({
    db,
    gate,
    world: here.world,
    log,
    secret: here.secret,
    demo: true,
    limits,
  })
  const answered = new Map<number, number>()
  app.addHook('onResponse', async (_request, reply) => {
    answered.set(reply.statusCode, (answered.get(reply.statusCode) ?? 0) + 1)
  })
  const sealer = { db: here.connect('sightline_sealer', 1), anchors: here.anchors }
  const sweeps = startSweeps(
    [{ name: 'sealing', everyMs: SEAL_EVERY_MS, run: async () => void (await sealNow(sealer)) }],
    (event, error) => void errors.push({ level: 'error', event, name: String(error) }),
  )
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  const pool = openPool(here.address, null, { max: 1 })
  const setting = await readSetting(kyselyOn<Database>(pool))
  await pool.end()
  return {
    base,
    as: async name => {
      const browser = browsing(app)
      const door = { gate, world: here.world }
      browser.cookies.set('__Host-sightline', await startSession(door, setting.staff(name).id, 'open'))
      return browser
    },
    errors,
    answered,
    wholeConcerns: (account, many) =>
      actAs({ db, world: here.world }, idOf<UserAccountId>().parse(account), act => wholeConcerns(act, many)),
    faultsOfLedger: async () => {
      await sealNow(sealer)
      return (await verifyLedger(sealer.db, here.anchors)).faults.length
    },
    stop: async () => {
      await app.close()
      await sweeps.stop()
      await here.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
