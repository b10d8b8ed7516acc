import { FULL, sizeFrom } from './data/size.ts'
import { SEAL_EVERY_MS } from '#core/audit/sealing.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { finish, round, say, type Figure } from './result.ts'
import { againstPeer } from './speed/against-peer.ts'
import { openLoop, percentile } from './speed/load.ts'
import type { PlansFound } from './speed/plans.ts'
import { searchWithSlips } from './speed/search.ts'
import { startServer } from './speed/server.ts'
import { byTurns, childAt, homeOf, queueOf, readyDrafts, searchFor } from './speed/shots.ts'

/**
 * What the pages take at size, with policies, ledger and sealer on: `npm run sightline bench speed [people] [concerns]`.
 * Plans first, then search, an open loop over the five pages, and the queue page against the same page written the
 * usual way.
 */
const size = sizeFrom(process.argv.slice(2))
const full = size.people >= FULL.people && size.concerns >= FULL.concerns
const SECONDS = full ? 60 : 10
const PER_SECOND = 50

say(`Loading ${size.people} people and ${size.concerns} concerns`)
const server = await startServer(size)
const { loaded } = server
if (!loaded) throw new Error('nothing was loaded')
say(`Loaded in ${round(server.loadedIn)} s`)
const figures: Figure[] = []

const [draft] = await readyDrafts(server, 1)
const [someone] = loaded.named
if (!draft || !someone) throw new Error('nothing to ask for')
const plans = await server.ask<PlansFound>({
  ask: 'plans',
  shots: [
    homeOf(server),
    queueOf(server),
    childAt(server, loaded.busiest),
    childAt(server, loaded.people.at(-1) ?? ''),
    searchFor(server, someone),
    draft,
  ],
})
for (const scan of plans.planned)
  say(`SEQUENTIAL SCAN  ${scan.page} reads ${scan.table}: ${scan.query.slice(0, 200)}`)
for (const [table, count] of Object.entries(plans.counted))
  say(`SEQUENTIAL SCAN  ${table}, ${count} times as counted`)
say(`${plans.queries} queries of five pages explained`)
figures.push(
  { what: 'Queries of the five pages explained', value: plans.queries, unit: 'queries', atLeast: 20 },
  { what: 'Big tables read through, as planned', value: plans.planned.length, unit: 'scans', atMost: 0 },
  {
    what: 'Big tables read through, as counted',
    value: sum(Object.values(plans.counted)),
    unit: 'scans',
    atMost: 0,
  },
  { what: 'A scan planted for the check is named', value: plans.guardSees ? 1 : 0, unit: 'of 1', atLeast: 1 },
)

const slips = await searchWithSlips(server, loaded.planted)
for (const { slip, tried, missed } of slips) {
  say(`Search, ${slip}: ${tried - missed.length} of ${tried} ${missed.join(', ')}`)
  figures.push({
    what: `Search finds the planted child in its first five: ${slip}`,
    value: tried - missed.length,
    unit: `of ${tried}`,
    atLeast: Math.max(tried, 1),
  })
}
const crowd = await searchWithSlips(server, loaded.named.slice(0, full ? 200 : 40))
for (const { slip, tried, missed } of crowd)
  if (tried > 0) say(`Search among ordinary names, ${slip}: ${tried - missed.length} of ${tried}`)

say('Filling in the drafts to be sent')
const drafts = await readyDrafts(server, (SECONDS + 5) * (PER_SECOND / 5) + 10)
const shots = byTurns(server, drafts)
await openLoop(server.base, shots, { perSecond: PER_SECOND, seconds: 5 })
say(`${PER_SECOND} requests a second for ${SECONDS} s`)
const since = new Date().toISOString()
const times = await openLoop(server.base, shots, { perSecond: PER_SECOND, seconds: SECONDS })
for (const [kind, one] of [...times].toSorted(([one], [other]) => one.localeCompare(other))) {
  const [p50, p95] = [round(percentile(one, 0.5)), round(percentile(one, 0.95))]
  say(`${kind}: ${one.length} requests, p50 ${p50} ms, p95 ${p95} ms, most ${round(Math.max(...one))} ms`)
  figures.push({
    what: `p95 of ${kind} at ${PER_SECOND} requests a second`,
    value: p95,
    unit: 'ms',
    atMost: 50,
  })
}
await pause(SEAL_EVERY_MS * 2)
const lag = round(await server.ask<number>({ ask: 'lag', since }))
figures.push({ what: 'Sealed after writing, at most', value: lag, unit: 's', atMost: 10 })

figures.push(...(await againstPeer(server, { seconds: full ? 10 : 4, turns: full ? 4 : 2 })))
await server.stop()

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

process.exit(
  await finish(
    {
      bench: 'speed',
      command: 'npm run sightline bench speed',
      size: `${size.people} person records, ${size.concerns} concerns, ${size.open} of them open`,
      figures,
      more: {
        loadedInSeconds: round(server.loadedIn),
        plans: { tables: plans.tables, planned: plans.planned, counted: plans.counted },
        crowd: crowd.filter(one => one.tried > 0),
        times: Object.fromEntries(
          [...times].map(([kind, one]) => [
            kind,
            { requests: one.length, p50: round(percentile(one, 0.5)), p99: round(percentile(one, 0.99)) },
          ]),
        ),
      },
    },
    { keep: full },
  ),
)
