import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { round } from './result.ts'

const CHECKOUT = fileURLToPath(new URL('../', import.meta.url))

export interface Demonstration {
  readonly address: string
  /** From its start until it said where it answers. */
  readonly secondsUntilReady: number
  readonly stop: () => Promise<void>
}

/** The demonstration as anyone starts it, in a new folder and on a free port. */
export async function startDemonstration(words: readonly string[] = []): Promise<Demonstration> {
  const data = await mkdtemp(join(tmpdir(), 'sightline-demo-'))
  await chmod(data, 0o755)
  const started = performance.now()
  const child = spawn(process.execPath, ['scripts/start.mjs', 'demo', ...words], {
    cwd: CHECKOUT,
    env: { ...process.env, SIGHTLINE_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let heard = ''
      child.stdout.on('data', (part: Buffer) => {
        heard += part.toString()
        const [, said] = /answers at (http:\S+)/.exec(heard) ?? []
        if (said) resolve(said)
      })
      child.once('exit', () => reject(new Error(`the demonstration ended before it was ready: ${heard}`)))
    })
    return { address, secondsUntilReady: round((performance.now() - started) / 1000), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
