import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { fire } from './load.ts'
import { firstMessage } from './server.ts'

export interface Peer {
  readonly base: URL
  readonly cookie: string
  readonly stop: () => Promise<void>
}

/** The same page written the usual way, installed by its own lock file into a folder that is thrown away. */
export async function startPeer(
  name: string,
  how: { database: Readonly<Record<string, string>>; userId: UserAccountId },
): Promise<Peer> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-peer-'))
  await cp(fileURLToPath(new URL(`../peers/${name}/`, import.meta.url)), folder, { recursive: true })
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (done.error || done.status !== 0)
    throw new Error('the peer could not be installed: read what npm said above')
  const child = fork(join(folder, 'server.js'), [], {
    cwd: folder,
    execArgv: [],
    env: { ...process.env, ...how.database, NODE_ENV: 'production' },
  })
  const { port } = await firstMessage<{ port: number }>(child)
  const base = new URL(`http://127.0.0.1:${port}`)
  const signedIn = await fire(base, {
    kind: 'sign-in',
    method: 'GET',
    path: `/sign-in/${how.userId}`,
    cookie: '',
  })
  if (signedIn.cookie === '') throw new Error(`the peer did not sign in: ${signedIn.body}`)
  return {
    base,
    cookie: signedIn.cookie,
    stop: async () => {
      child.kill()
      await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
