import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fire, percentile } from './speed/load.ts'

/**
 * Whether the time of an answer tells a record that one may not know of from one that is not there: for each route with
 * an id, 300 pairs, the two interleaved and in changing order. `npm run sightline bench timing`.
 */
const PAIRS = 300
const UNKNOWN = '018f0000-0000-7000-8000-000000000000'
const data = await mkdtemp(join(tmpdir(), 'sightline-bench-'))
await chmod(data, 0o755)
const size = { people: 10_000, concerns: 2_000, open: 100, notes: 511 }
const server = fork(fileURLToPath(new URL('speed/serve.ts', import.meta.url)), [JSON.stringify(size)], {
  execArgv: ['--import', 'tsx'],
  env: { ...process.env, SIGHTLINE_DATA: data },
})
interface Ready {
  readonly port: number
  readonly cookies: Readonly<Record<string, string>>
  readonly foreign: { readonly person: string; readonly concern: string }
}
const [ready] = (await once(server, 'message')) as [Ready]
const base = new URL(`http://127.0.0.1:${ready.port}`)
// The council's supervisor asks for what is the police's alone; the police officer for what was sent to the council.
const grace = ready.cookies['Grace Okafor'] ?? ''
const daniel = ready.cookies['Daniel Frost'] ?? ''
const routes = [
  { path: (id: string) => `/people/${id}`, foreign: ready.foreign.person, cookie: grace },
  { path: (id: string) => `/people/${id}/safe-contact`, foreign: ready.foreign.person, cookie: grace },
  { path: (id: string) => `/people/${id}/notes/new`, foreign: ready.foreign.person, cookie: grace },
  { path: (id: string) => `/concerns/sent/${id}`, foreign: ready.foreign.concern, cookie: daniel },
  { path: (id: string) => `/api/v1/concerns/${id}/status`, foreign: ready.foreign.concern, cookie: daniel },
  { path: (id: string) => `/people/${id}`, foreign: ready.foreign.person, cookie: daniel },
]

async function timed(path: string, cookie: string): Promise<number> {
  const started = performance.now()
  const { status } = await fire(base, { kind: 'id', method: 'GET', path, cookie })
  if (status !== 404) throw new Error(`${path} answered ${status}`)
  return performance.now() - started
}

const results = []
for (const route of routes) {
  const [unknown, foreign]: [number[], number[]] = [[], []]
  for (let n = -20; n < PAIRS; n += 1) {
    const order = n % 2 === 0 ? [UNKNOWN, route.foreign] : [route.foreign, UNKNOWN]
    for (const id of order) {
      const took = await timed(route.path(id), route.cookie)
      if (n >= 0) (id === UNKNOWN ? unknown : foreign).push(took)
    }
  }
  const [one, other] = [percentile(unknown, 0.5), percentile(foreign, 0.5)]
  results.push({
    route: route.path(':id'),
    unknownMs: round(one),
    foreignMs: round(other),
    differenceMs: round(other - one),
  })
}
console.log(
  JSON.stringify(
    {
      pairs: PAIRS,
      size,
      results,
      machine: { cores: cpus().length, model: cpus()[0]?.model, node: process.version },
    },
    null,
    2,
  ),
)
server.send('stop')
await once(server, 'exit')
await rm(data, { recursive: true, force: true })

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
