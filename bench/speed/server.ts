import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { csrfOf } from '#platform/http/sessions.ts'
import type { Size } from '#entry/made-up/size.ts'
import type { Shot } from './load.ts'
import type { Loaded } from './loaded.ts'

/** What the server says once it answers. */
export interface Ready {
  readonly port: number
  readonly cookies: Readonly<Record<string, string>>
  readonly loaded: Loaded | null
  readonly loadedIn: number
  readonly area: string
  /** The duty worker's id, for the peer's sign-in. */
  readonly duty: UserAccountId
}

export type Ask =
  | { readonly ask: 'plans'; readonly shots: readonly Shot[] }
  | { readonly ask: 'peer' }
  /** By how many seconds sealing has been behind writing at most, since a moment. */
  | { readonly ask: 'lag'; readonly since: string }
  | { readonly ask: 'stop' }

export interface BenchServer extends Ready {
  readonly base: URL
  readonly cookie: (name: string) => string
  /** The proof that this person's forms carry. */
  readonly csrf: (name: string) => string
  readonly ask: <T>(ask: Ask) => Promise<T>
  readonly stop: () => Promise<void>
}

/** A server in a process and a folder of its own, filled to a size. */
export async function startServer(
  size: Size,
  how: { execArgv?: readonly string[] } = {},
): Promise<BenchServer> {
  const data = await mkdtemp(join(tmpdir(), 'sightline-bench-'))
  await chmod(data, 0o755)
  const child = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), [JSON.stringify(size)], {
    execArgv: ['--import', 'tsx', ...(how.execArgv ?? [])],
    env: { ...process.env, SIGHTLINE_DATA: data, NODE_ENV: 'production' },
  })
  const ready = await firstMessage<Ready>(child)
  return {
    ...ready,
    base: new URL(`http://127.0.0.1:${ready.port}`),
    cookie: name => ready.cookies[name] ?? '',
    csrf: name => csrfOf((ready.cookies[name] ?? '').replace(/^.*?=/, '')),
    ask: ask => {
      child.send(ask)
      return firstMessage(child)
    },
    stop: async () => {
      child.send({ ask: 'stop' } satisfies Ask)
      await once(child, 'exit')
      await rm(data, { recursive: true, force: true })
    },
  }
}

export async function firstMessage<T>(child: ChildProcess): Promise<T> {
  const stopped = new AbortController()
  const { signal } = stopped
  const gone = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`a process of the bench ended with ${String(code)}`)
  })
  const [message] = await Promise.race([once(child, 'message', { signal }), gone])
  gone.catch(() => undefined)
  stopped.abort()
  return message as T
}
