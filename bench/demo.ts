import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { finish, round, say } from './result.ts'

/**
 * How long the demonstration takes from its packages being there until it says where it answers, as anyone starts it, in a
 * new folder: as it is, and with 60,000 children. `npm run sightline bench demo [children]`.
 */
const MANY = Number(process.argv[2] ?? 60_000)
const CHECKOUT = fileURLToPath(new URL('../', import.meta.url))

async function secondsUntilReady(words: readonly string[]): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'sightline-demo-'))
  await chmod(data, 0o755)
  const started = performance.now()
  const child = spawn(process.execPath, ['scripts/start.mjs', 'demo', ...words], {
    cwd: CHECKOUT,
    env: { ...process.env, SIGHTLINE_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const ready = new Promise<number>((resolve, reject) => {
    let heard = ''
    child.stdout.on('data', (part: Buffer) => {
      heard += part.toString()
      if (heard.includes('Sightline answers at')) resolve((performance.now() - started) / 1000)
    })
    child.once('exit', () => reject(new Error(`the demonstration ended before it was ready: ${heard}`)))
  })
  try {
    return round(await ready)
  } finally {
    child.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
}

const load = (): number => round(loadavg()[0] ?? 0)
const loads = [load()]
say('As it is')
const usual = await secondsUntilReady([])
loads.push(load())
say(`Ready in ${usual} s. With ${MANY} children`)
const many = await secondsUntilReady(['--children', String(MANY)])
loads.push(load())

process.exit(
  await finish(
    {
      bench: 'demo',
      command: 'npm run sightline bench demo',
      size: `600 children with 900 concerns, and ${MANY} children with ${MANY * 1.5}`,
      figures: [
        { what: 'Ready, from the packages being there', value: usual, unit: 's', atMost: 60 },
        { what: `Ready with ${MANY} children`, value: many, unit: 's', atMost: 180 },
      ],
      more: { loadAverageBeforeBetweenAndAfter: loads },
    },
    { keep: MANY >= 60_000 },
  ),
)
