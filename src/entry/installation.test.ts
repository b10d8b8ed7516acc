import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readConfig } from '#platform/config/config.ts'
import { asAdministrator } from '#platform/database/create-database.ts'
import type { LogLine } from '#platform/log/log.ts'
import { openInstallation } from './installation.ts'

// Databases are made and started here.
vi.setConfig({ testTimeout: 180_000 })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-installation-'))
  await chmod(folder, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a connection that is lost is told, and one that ends in an ordered stop is not', async () => {
  const log: LogLine[] = []
  const here = await openInstallation(readConfig({ SIGHTLINE_DATA: folder }), {
    log: line => void log.push(line),
  })
  const db = here.connect('sightline_app', 2)
  const cut = (pid: number) =>
    asAdministrator(here.address, client => client.query('select pg_terminate_backend($1)', [pid]))
  const inHand = async (meanwhile: () => Promise<void>): Promise<void> =>
    db.connection().execute(async connection => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection)
      await meanwhile()
      await cut(rows[0]?.pid ?? 0)
      await pause(200)
    })
  await inHand(async () => {})
  expect(log.map(line => line.event)).toContain('database.connection-lost')
  log.length = 0
  let stopped = Promise.resolve()
  await inHand(async () => {
    stopped = here.stop()
  })
  await stopped
  expect(log).toEqual([])
})
