import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { asAdministrator } from '#platform/database/create-database.ts'
import { readConfig } from '#platform/config/config.ts'
import { joinInstallation, openInstallation } from '../installation.ts'

/** The operator's own commands, as processes, beside a running service on the embedded default. */
const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
const { DATABASE_URL: _, SIGHTLINE_SECRET: __, ...plain } = process.env
const NAMED = ['--kind=local-authority', '--agency=Wexcombe Council'] as const

// Each command is a process of its own, and some start a database.
vi.setConfig({ testTimeout: 180_000 })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-beside-'))
  await chmod(folder, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const begin = (words: readonly string[], data = 'live'): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', cli, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...plain,
      SIGHTLINE_DATA: join(folder, data),
      SIGHTLINE_BACKUP_PASSPHRASE: 'three words and a number 7',
      PORT: '0',
    },
  })

async function run(words: readonly string[], data?: string): Promise<{ code: number; said: string }> {
  const child = begin(words, data)
  const [out, err, [code]] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'close'),
  ])
  return { code: Number(code), said: out + err }
}

/** A service that answers; it ends when asked to. */
async function service(data?: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const child = begin(['serve'], data)
  let said = ''
  const answers = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [, address] = /answers at (\S+)/.exec(said) ?? []
      if (address) resolve(address)
    })
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('exit', () => reject(new Error(said)))
  })
  const address = await answers
  return {
    address,
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

describe('on a folder where no service has run', () => {
  test.each([
    [['doctor']],
    [['audit', 'verify']],
    [['administrator', 'add', ...NAMED, '--name=A', '--email=a@a.example']],
  ])('%j says to start the service first, and makes nothing', async words => {
    const { code, said } = await run(words, 'nothing')
    expect(said).toContain('Start the service first')
    expect(code).toBe(1)
    await expect(stat(join(folder, 'nothing', 'database'))).rejects.toThrow('ENOENT')
  })
})

describe('beside a running service', () => {
  let running: Awaited<ReturnType<typeof service>>
  beforeAll(async () => {
    running = await service()
  })
  afterAll(() => running.stop())

  test('every operator’s command works, and the service answers on', async () => {
    const added = await run(['administrator', 'add', ...NAMED, '--name=Alan Pike', '--email=alan@a.example'])
    expect(added.said).toContain('is an administrator of Wexcombe Council')
    const checked = await run(['doctor'])
    expect(checked).toMatchObject({ code: 0, said: expect.stringContaining('well') })
    expect(checked.said).toContain('well   The disk of the database has its reserve for when it is full')
    expect(checked.said).toMatch(/^room {3}There are \d+ [GM]B left on the disk of the database$/m)
    // Given up, or removed by hand: it is named, and the next start makes it again.
    await rm(join(folder, 'live', 'reserve'))
    const without = await run(['doctor'])
    expect(without).toMatchObject({
      code: 1,
      said: expect.stringContaining('FAULT  The disk of the database'),
    })
    const kept = join(folder, 'first.backup')
    const backedUp = await run(['backup', kept])
    expect(backedUp).toMatchObject({ code: 0, said: expect.stringMatching(/rows of \d+ tables/) })
    // What is there already is not written over, and stays.
    const { size } = await stat(kept)
    const again = await run(['backup', kept])
    expect(again).toMatchObject({ code: 2, said: expect.stringContaining('is there already') })
    expect((await stat(kept)).size).toBe(size)
    const verified = await run(['audit', 'verify'])
    expect(verified).toMatchObject({ code: 0, said: expect.stringContaining('Nothing has been changed') })
    expect((await fetch(`${running.address}/sign-in`)).status).toBe(200)
  })

  test('a restore and a second service are refused, each with a sentence', async () => {
    for (const words of [['serve'], ['restore', join(folder, 'first.backup')]]) {
      expect(await run(words)).toMatchObject({
        code: 1,
        said: expect.stringContaining('holds this data folder'),
      })
    }
  })
})

test('a backup that is cut off is refused whole, and the whole one restored, with its entry in the ledger', async () => {
  const whole = join(folder, 'first.backup')
  const cut = join(folder, 'cut.backup')
  await writeFile(cut, (await readFile(whole)).subarray(0, -100))
  // A service that ran once, and a restore of which the process was killed.
  const before = await openInstallation(readConfig({ SIGHTLINE_DATA: join(folder, 'restored') }))
  const plant = 'create schema restoring authorization sightline_owner'
  await asAdministrator(before.address, client => client.query(plant), before.address.database)
  await before.stop()
  const left = async () => {
    const here = await joinInstallation(readConfig({ SIGHTLINE_DATA: join(folder, 'restored') }))
    const keeper = here.connect('sightline_keeper', 1)
    const found = await sql<{ deed: string }>`
      select nspname as deed from pg_namespace where nspname = 'restoring' union all select deed from audit_entry`.execute(
      keeper,
    )
    await here.stop()
    return found.rows.map(row => row.deed)
  }
  expect(await left()).toEqual(['restoring'])
  expect(await run(['restore', cut], 'restored')).toMatchObject({
    code: 1,
    said: expect.stringContaining('cut off'),
  })
  expect(await left()).toEqual([])
  expect(await run(['restore', whole], 'restored')).toMatchObject({ code: 0 })
  expect(await left()).toEqual(['account.made-at-terminal', 'installation.restored'])
  expect(await run(['audit', 'verify'], 'restored')).toMatchObject({ code: 0 })
})

test('with the service stopped the same commands start the database for themselves', async () => {
  const running = await service('stopped')
  await running.stop()
  expect(await run(['doctor'], 'stopped')).toMatchObject({ code: 0 })
  expect(await run(['backup', join(folder, 'second.backup')], 'stopped')).toMatchObject({ code: 0 })
})
