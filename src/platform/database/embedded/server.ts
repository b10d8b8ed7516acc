import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Fault, fault } from '#platform/errors/fault.ts'
import type { DatabaseAddress } from '../address.ts'
import { asAdministrator } from '../create-database.ts'
import { notPrepared } from '../migrate.ts'
import { placeBinaries, requirePackaged, thisPlatform } from './binaries.ts'
import { holderOf, holdFolder, isPostgresOn, isRunning } from './holder.ts'
import { makeRoot, placesFor, type Places } from './places.ts'
import { isFull, keepReserve, releaseReserve, RESERVE, roomAt, type Room } from './reserve.ts'
import { unprivilegedUser, type RunsAs } from './runs-as.ts'

export interface EmbeddedServer {
  readonly address: DatabaseAddress
  /** The server's process, which changes when it has had to be started again. */
  readonly pid: () => number | undefined
  readonly room: () => Promise<Room>
  readonly stop: () => Promise<void>
}

export interface EmbeddedOptions {
  readonly checkout: string
  readonly data?: string | undefined
  /** Told when the server had to be started again. */
  readonly onRestart?: () => void
  /** Told when the disk was full and the reserve was given up. */
  readonly onReleased?: () => void
  /** Told when the server could not be started again and it is tried once more. */
  readonly onTrouble?: (error: unknown) => void
  /** Bytes that are held back for when the disk is full. */
  readonly reserve?: number
  readonly platform?: string
  /** More settings, for tests only. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Committed work outlives any crash: fsync stays on, whatever it costs. */
const SETTINGS = {
  listen_addresses: '',
  max_connections: '60',
  shared_buffers: '512MB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  effective_cache_size: '2GB',
  jit: 'off',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  timezone: 'UTC',
  log_min_messages: 'warning',
} as const

const PORT = 5432

/**
 * Starts the packaged PostgreSQL on its own folder and keeps it running: whatever crashed before, the next start
 * needs no hand. One process holds a folder at a time.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  requirePackaged(options.platform ?? thisPlatform())
  const runsAs = await unprivilegedUser()
  const places = placesFor({ checkout: options.checkout, given: options.data, runsAs })
  await makeRoot(places, runsAs)
  try {
    return await startIn(places, runsAs, options)
  } catch (error) {
    const held = error instanceof Fault && error.code === 'database-held'
    if (held || !isFull(await roomAt(places), options.reserve ?? RESERVE)) throw error
    throw fault('database-trouble', `the disk that holds ${places.root} is full. Free some room on it`)
  }
}

async function startIn(
  places: Places,
  runsAs: RunsAs | null,
  options: EmbeddedOptions,
): Promise<EmbeddedServer> {
  // On a full disk not even the lock could be written. Beside a server that runs the reserve is that server's.
  if ((await holderOf(places.lock)) === null) await makeRoom(places, options)
  const letGo = await holdFolder(places.lock)
  try {
    const bin = await placeBinaries(places.binaries)
    await stopOrphan(places)
    // We hold the folder and no server runs on it. A lock that was left names a process that may still be listed,
    // dead but not yet taken away by its parent, and PostgreSQL would believe that it lives.
    for (const left of [`.s.PGSQL.${PORT}`, `.s.PGSQL.${PORT}.lock`])
      await rm(join(places.socket, left), { force: true })
    if (!existsSync(places.data)) await initialise(bin, places, runsAs)
    await mkdir(places.socket, { recursive: true, mode: 0o700 })
    await chmod(places.socket, 0o700)
    if (runsAs) await chown(places.socket, runsAs.uid, runsAs.gid)
    return await supervise({ bin, places, runsAs, options, letGo })
  } catch (error) {
    await letGo()
    throw error
  }
}

/** Gives up the reserve where nothing could be written without it. */
async function makeRoom(places: Places, options: EmbeddedOptions): Promise<void> {
  if (await releaseReserve(places, options.reserve ?? RESERVE)) options.onReleased?.()
}

/**
 * For the operator's commands: the server that a running process holds, or one of our own where none does. Nothing is
 * made here that was not there.
 */
export async function joinEmbedded(
  options: EmbeddedOptions,
): Promise<Pick<EmbeddedServer, 'address' | 'room' | 'stop'>> {
  requirePackaged(options.platform ?? thisPlatform())
  const runsAs = await unprivilegedUser()
  const places = placesFor({ checkout: options.checkout, given: options.data, runsAs })
  if (!existsSync(places.data)) throw notPrepared()
  const address = addressOn(places)
  // The holder may still be starting, or have ended between two looks.
  for (let tries = 0; tries < 240 && (await holderOf(places.lock)) !== null; tries += 1) {
    if (await answers(address)) return { address, room: () => roomAt(places), stop: async () => {} }
    await pause(250)
  }
  return startEmbedded(options)
}

/** A server whose parent was killed runs on alone: it is asked to end in order, and then started by us. */
async function stopOrphan(places: Places): Promise<void> {
  const file = join(places.data, 'postmaster.pid')
  const said = await readFile(file, 'utf8').catch(() => '')
  const pid = Number(said.split('\n')[0])
  if (!pid) return
  if (!isPostgresOn(pid, places.data)) {
    // The number belongs to something else by now, and PostgreSQL would refuse to start because of it.
    if (existsSync('/proc')) await rm(file, { force: true })
    return
  }
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 300 && isRunning(pid); tries += 1) await pause(100)
  if (isRunning(pid))
    throw fault('database-held', `process ${pid}, a PostgreSQL server left from before, does not end`)
}

/** Made under another name and moved: a start that was cut short leaves nothing that looks whole. */
async function initialise(bin: string, places: Places, runsAs: RunsAs | null): Promise<void> {
  const coming = `${places.data}.coming`
  await rm(coming, { recursive: true, force: true })
  await mkdir(coming, { mode: 0o700 })
  if (runsAs) await chown(coming, runsAs.uid, runsAs.gid)
  const how = [
    '-D',
    coming,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-locale',
    '--data-checksums',
    '--no-instructions',
  ]
  const child = spawn(join(bin, 'initdb'), how, {
    ...identity(runsAs),
    cwd: places.root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said = lastWords(child)
  const [code] = await once(child, 'close')
  if (code !== 0) throw fault('database-trouble', `the database could not be made: ${said()}`)
  await rename(coming, places.data)
}

const addressOn = (places: Places): DatabaseAddress => ({
  host: places.socket,
  port: PORT,
  database: 'sightline',
  passwordOf: () => undefined,
  administrator: { user: 'postgres' },
  tls: false,
})

const answers = (address: DatabaseAddress): Promise<boolean> =>
  asAdministrator(address, client => client.query('select 1')).then(
    () => true,
    () => false,
  )

interface Running {
  readonly bin: string
  readonly places: Places
  readonly runsAs: RunsAs | null
  readonly options: EmbeddedOptions
  readonly letGo: () => Promise<void>
}

async function supervise(running: Running): Promise<EmbeddedServer> {
  const { places, options } = running
  const address = addressOn(places)
  let stopping = false
  let child: ChildProcess | undefined
  const begin = async (): Promise<ChildProcess> => {
    await makeRoom(places, options)
    return startOnce(running, address, spawned => (child = spawned))
  }
  const watch = (server: ChildProcess): void => {
    const again = (): void => {
      if (stopping) return
      options.onRestart?.()
      void restart()
    }
    // It may have been killed after it answered and before anyone watched: that exit is not told a second time.
    if (server.exitCode !== null || server.signalCode !== null) again()
    else server.once('exit', again)
  }
  const restart = async (): Promise<void> => {
    const started = await patiently(() => (stopping ? Promise.resolve(null) : begin())).catch(
      (error: unknown) => {
        options.onTrouble?.(error)
        return null
      },
    )
    if (started) watch(started)
    // Whatever hinders it may be put right meanwhile: room on the disk, say.
    else if (!stopping) await restart()
  }
  watch(await patiently(begin))
  await keepReserve(places, options.reserve ?? RESERVE)
  return {
    address,
    pid: () => child?.pid,
    room: () => roomAt(places),
    stop: async () => {
      stopping = true
      if (child) await endChild(child)
      await running.letGo()
    },
  }
}

/** Backends of a server that was killed notice within moments; until they have gone a new one cannot start. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tries >= 40) throw error
      await pause(250)
    }
  }
}

async function startOnce(
  running: Running,
  address: DatabaseAddress,
  spawned: (child: ChildProcess) => void,
): Promise<ChildProcess> {
  const { bin, places, runsAs, options } = running
  const settings = Object.entries({ ...SETTINGS, ...options.settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', places.data, '-k', places.socket, '-p', String(PORT), ...settings],
    {
      ...identity(runsAs),
      cwd: places.data,
      // Its own process group: Ctrl-C reaches us first, and we end it in order.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  spawned(child)
  const said = lastWords(child)
  let ended = false
  // Not 'exit': what it said last may come after that.
  child.once('close', () => (ended = true))
  child.once('error', () => (ended = true))
  for (let tries = 0; tries < 1200; tries += 1) {
    if (ended) throw fault('database-trouble', `the database did not start: ${said()}`)
    if (await answers(address)) return child
    await pause(50)
  }
  await endChild(child)
  throw fault('database-trouble', `the database did not answer within a minute: ${said()}`)
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGINT')
  const late = await Promise.race([gone.then(() => false), pause(30_000, true, { ref: false })])
  if (late) child.kill('SIGQUIT')
  await gone
}

const identity = (runsAs: RunsAs | null): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } => ({
  ...(runsAs ? { uid: runsAs.uid, gid: runsAs.gid } : {}),
  env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
})

/** The end of what a program said, for the sentence that tells why it stopped. */
function lastWords(child: ChildProcess): () => string {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000)
  })
  return () => said.trim() || 'it said nothing'
}
