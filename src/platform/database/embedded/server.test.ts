import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asAdministrator } from '../create-database.ts'
import { makeRoot, placesFor } from './places.ts'
import { startEmbedded, type EmbeddedServer } from './server.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-server-'))
  await chmod(folder, 0o755)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const checkout = fileURLToPath(new URL('../../../../', import.meta.url))
const start = (more: { onRestart?: () => void } = {}): Promise<EmbeddedServer> =>
  startEmbedded({ checkout, data: folder, ...more })

const run = async (server: EmbeddedServer, statement: string): Promise<unknown[]> =>
  asAdministrator(server.address, async client => (await client.query(statement)).rows)

const settled = async (server: EmbeddedServer, statement: string): Promise<unknown[]> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const rows = await run(server, statement).catch(() => null)
    if (rows) return rows
    await pause(100)
  }
  throw new Error('the server did not come back')
}

/** A process of its own that starts the server, says so, and then waits to be killed. */
async function elsewhere(): Promise<ChildProcess> {
  const script = `import { startEmbedded } from '#platform/database/embedded/server.ts'
    const server = await startEmbedded({ checkout: ${JSON.stringify(checkout)}, data: ${JSON.stringify(folder)} })
    console.log(server.pid()); setInterval(() => {}, 1000)`
  const file = join(checkout, 'test', `.held-${process.hrtime.bigint()}.ts`)
  await writeFile(file, script)
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: checkout,
  })
  const [said] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as [Buffer | number]
  await rm(file)
  if (typeof said === 'number') throw new Error('the other process did not start')
  return child
}

describe('the embedded server', () => {
  test('starts, keeps what it was given, ends in order and starts again', async () => {
    const first = await start()
    await run(first, 'create table kept as select 1 as it')
    await first.stop()
    const second = await start()
    expect(await run(second, 'select it from kept')).toEqual([{ it: 1 }])
    expect(
      await run(
        second,
        `select setting from pg_settings where name in ('fsync', 'listen_addresses', 'data_checksums') order by name`,
      ),
    ).toEqual([{ setting: 'on' }, { setting: 'on' }, { setting: '' }])
    await second.stop()
  })

  test('killed alone, it is started again without a hand and without loss', async () => {
    let restarts = 0
    const server = await start({ onRestart: () => (restarts += 1) })
    await run(server, 'create table kept as select 1 as it')
    for (let kills = 0; kills < 3; kills += 1) {
      const before = server.pid() ?? 0
      process.kill(before, 'SIGKILL')
      while (server.pid() === before) await pause(20)
      expect(await settled(server, 'select it from kept')).toEqual([{ it: 1 }])
    }
    // A kill that meets a server still starting is part of that start and is not told apart.
    expect(restarts).toBeGreaterThanOrEqual(1)
    expect(restarts).toBeLessThanOrEqual(3)
    await server.stop()
  })

  test('outlives a parent that was killed, and is taken over by the next', async () => {
    const parent = await elsewhere()
    parent.kill('SIGKILL')
    await once(parent, 'exit')
    const next = await start()
    expect(await run(next, 'select 1 as it')).toEqual([{ it: 1 }])
    await next.stop()
  })

  test('is held by one process, which the sentence names', async () => {
    const holder = await elsewhere()
    await expect(start()).rejects.toThrow(`process ${holder.pid} holds this data folder`)
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const next = await start()
    await next.stop()
  })

  test('is not stopped by a number left behind that belongs to something else by now', async () => {
    const first = await start()
    await first.stop()
    const other = spawn('sleep', ['60'])
    await writeFile(
      join(folder, 'database', 'postmaster.pid'),
      `${other.pid}\n${join(folder, 'database')}\n0\n5432\n`,
    )
    await writeFile(
      join(folder, 'socket', '.s.PGSQL.5432.lock'),
      `${other.pid}\n${join(folder, 'database')}\n0\n5432\n`,
    )
    await writeFile(join(folder, 'holder'), JSON.stringify({ pid: other.pid, started: '1' }))
    const next = await start()
    expect(await run(next, 'select 1 as it')).toEqual([{ it: 1 }])
    expect(other.exitCode).toBeNull()
    other.kill()
    await next.stop()
  })

  test('is made whole or not at all', async () => {
    await mkdir(join(folder, 'database.coming'), { recursive: true })
    await writeFile(join(folder, 'database.coming', 'PG_VERSION'), '18')
    const server = await start()
    expect(await readFile(join(folder, 'database', 'PG_VERSION'), 'utf8')).toMatch(/^18/)
    await server.stop()
  })

  test('run as another user, in a folder that this one may not enter, says so and what to do', async () => {
    await chmod(folder, 0o700)
    const another = { name: 'another', uid: (process.getuid?.() ?? 0) + 1, gid: 0 }
    await expect(makeRoot(placesFor({ checkout, given: folder, runsAs: another }), another)).rejects.toThrow(
      /another.* may not enter .* SIGHTLINE_DATA/,
    )
  })
})
