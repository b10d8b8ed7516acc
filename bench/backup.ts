import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { fire } from './speed/load.ts'
import { sendConcern } from './speed/send.ts'

/**
 * Backs up a running service with the operator's own command while clients send concerns, and restores the last copy
 * elsewhere. Every answer counts: one that is refused or fails is downtime. `npm run sightline bench backup [times]`.
 */
const TIMES = Number(process.argv[2] ?? 5)
const CLIENTS = 2
const folder = await mkdtemp(join(tmpdir(), 'sightline-backup-'))
await chmod(folder, 0o755)
const env = {
  ...process.env,
  SIGHTLINE_DATA: join(folder, 'live'),
  SIGHTLINE_BACKUP_PASSPHRASE: 'three words and a number 7',
}
const size = { people: 20_000, concerns: 4_000, open: 400, notes: 4_000 }
const server = fork(fileURLToPath(new URL('speed/serve.ts', import.meta.url)), [JSON.stringify(size)], {
  execArgv: ['--import', 'tsx'],
  env,
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
})
const [ready] = (await once(server, 'message')) as [
  { port: number; cookies: Record<string, string>; area: string },
]

const now: { phase: 'alone' | 'backup' | 'over' } = { phase: 'alone' }
const times = { alone: [] as number[], backup: [] as number[] }
const sent = { alone: 0, backup: 0 }
let failed = 0
const ask = async (path: string, body?: string) => {
  const began = performance.now()
  const during = now.phase
  const answer = await fire(new URL(`http://127.0.0.1:${ready.port}`), {
    kind: 'x',
    method: body === undefined ? 'GET' : 'POST',
    path,
    cookie: ready.cookies['Leah Brandt'] ?? '',
    ...(body === undefined ? {} : { body }),
  })
  if (answer.status >= 400) failed += 1
  if (during !== 'over') times[during].push(performance.now() - began)
  return answer
}
async function client(): Promise<void> {
  while (now.phase !== 'over') {
    const during = now.phase
    if (await sendConcern(ask, ready.area)) sent[during] += 1
    else failed += 1
  }
}

const cli = fileURLToPath(new URL('../src/entry/cli.ts', import.meta.url))
const sightline = async (words: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<number> => {
  const began = performance.now()
  await promisify(execFile)(process.execPath, ['--import', 'tsx', cli, ...words], {
    env: { ...env, ...more },
  })
  return Math.round(performance.now() - began)
}
const clients = Array.from({ length: CLIENTS }, client)
await pause(10_000)
now.phase = 'backup'
const took: number[] = []
for (let n = 0; n < TIMES; n += 1) took.push(await sightline(['backup', join(folder, `${n}.backup`)]))
now.phase = 'over'
await Promise.all(clients)
server.send('stop')
await once(server, 'exit')
const last = join(folder, `${TIMES - 1}.backup`)
const restored = await sightline(['restore', last], { SIGHTLINE_DATA: join(folder, 'restored') })
await sightline(['audit', 'verify'], { SIGHTLINE_DATA: join(folder, 'restored') })

const p95 = (all: number[]): number =>
  Math.round(all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? 0)
console.log(
  JSON.stringify(
    {
      backups: TIMES,
      clients: CLIENTS,
      megabytes: Math.round((await stat(last)).size / 1e5) / 10,
      backupMs: took,
      restoreMs: restored,
      concernsSent: sent,
      requests: { alone: times.alone.length, backup: times.backup.length },
      p95Ms: { alone: p95(times.alone), backup: p95(times.backup) },
      failed,
      machine: { cores: cpus().length, node: process.version },
    },
    null,
    2,
  ),
)
await rm(folder, { recursive: true, force: true })
process.exit(failed === 0 ? 0 : 1)
