import { finish, round, say } from './result.ts'
import { fire, percentile } from './speed/load.ts'
import { startServer } from './speed/server.ts'

/**
 * Whether the time of an answer tells a record that one may not know of from one that is not there: for each route with
 * an id, 300 pairs, the two interleaved and in changing order. `npm run sightline bench timing`.
 */
const PAIRS = 300
const UNKNOWN = '018f0000-0000-7000-8000-000000000000'
say('Loading 10,000 people and 2,000 concerns')
const server = await startServer({ people: 10_000, concerns: 2_000, open: 100, notes: 511 })
const foreign = server.loaded?.foreign ?? { person: '', concern: '' }
// The council's supervisor asks for what is the police's alone; the police officer for what was sent to the council.
const grace = server.cookie('Grace Okafor')
const daniel = server.cookie('Daniel Frost')
const routes = [
  { path: (id: string) => `/people/${id}`, foreign: foreign.person, cookie: grace },
  { path: (id: string) => `/people/${id}/safe-contact`, foreign: foreign.person, cookie: grace },
  { path: (id: string) => `/people/${id}/notes/new`, foreign: foreign.person, cookie: grace },
  { path: (id: string) => `/concerns/sent/${id}`, foreign: foreign.concern, cookie: daniel },
  { path: (id: string) => `/api/v1/concerns/${id}/status`, foreign: foreign.concern, cookie: daniel },
  { path: (id: string) => `/people/${id}`, foreign: foreign.person, cookie: daniel },
]

async function timed(path: string, cookie: string): Promise<number> {
  const started = performance.now()
  const { status } = await fire(server.base, { kind: 'id', method: 'GET', path, cookie })
  if (status !== 404) throw new Error(`${path} answered ${status}`)
  return performance.now() - started
}

const results = []
for (const route of routes) {
  const [absent, hidden]: [number[], number[]] = [[], []]
  for (let n = -20; n < PAIRS; n += 1) {
    const order = n % 2 === 0 ? [UNKNOWN, route.foreign] : [route.foreign, UNKNOWN]
    for (const id of order) {
      const took = await timed(route.path(id), route.cookie)
      if (n >= 0) (id === UNKNOWN ? absent : hidden).push(took)
    }
  }
  const [one, other] = [percentile(absent, 0.5), percentile(hidden, 0.5)]
  const difference = round(Math.abs(other - one), 3)
  const asked = `${route.path(':id')} as ${route.cookie === grace ? 'the supervisor' : 'the detective'}`
  say(`${asked}: ${difference} ms apart`)
  results.push({ asked, absentMs: round(one, 3), hiddenMs: round(other, 3), difference })
}
await server.stop()
process.exit(
  await finish(
    {
      bench: 'timing',
      command: 'npm run sightline bench timing',
      size: `${PAIRS} interleaved pairs a route, 10000 person records, 2000 concerns`,
      figures: results.map(({ asked, difference }) => ({
        what: `Unknown against foreign id, medians apart: ${asked}`,
        value: difference,
        unit: 'ms',
        atMost: 0.5,
      })),
      more: results,
    },
    { keep: true },
  ),
)
