import { makeCrowd } from '#entry/made-up/crowd.ts'
import { testServer } from '#test/kit/global-setup.ts'
import { plantForeign } from '#test/kit/routes/foreign.ts'
import type { Row } from '#test/kit/routes/row.ts'
import { at, makeReady, send, typedFor, userOf } from '#test/kit/routes/standing.ts'
import { methodsOf, TABLE } from '#test/kit/routes/table.ts'
import { testApp } from '#test/kit/test-app.ts'
import { finish, round, say } from './result.ts'
import { percentile } from './speed/load.ts'

/**
 * Whether the time of an answer tells a record that one may not know of from one that is not there: for every route with
 * an id, shown and sent, 300 pairs, the two interleaved and in changing order, among 10,000 people. The routes are those
 * of the table that the tests of refusals use. `npm run sightline bench timing [pairs]`.
 */
const PAIRS = Number(process.argv[2] ?? 300)
const UNKNOWN = '018f0000-0000-7000-8000-000000000000'
const size = { children: 2_000, people: 10_000, concerns: 2_000, open: 100, notes: 511 }

const here = await testServer()
const t = await testApp(['administration', 'concerns', 'notes'], { server: here.server })
say(`Loading ${size.people} people and ${size.concerns} concerns`)
await makeCrowd(t.database.address, size, { now: t.world.now(), vacuum: true })
const foreign = await plantForeign(t)
const readyFor = await makeReady(t)

/** Each id in an address that may be another agency's, which this route's users may not know of. */
const idsOf = (row: Row): string[] =>
  Object.keys(readyFor(row).ids).filter(name => name in foreign.ids && !row.knows?.includes(name))

async function medians(row: Row, method: 'GET' | 'POST', name: string) {
  const ready = readyFor(row)
  const browser = await userOf(t, row, ready)
  const typed = await typedFor(ready)
  const timed = async (id: string): Promise<number> => {
    const path = at(row, { ...ready.ids, [name]: id })
    const started = performance.now()
    const { statusCode } =
      method === 'GET' ? await browser.get(path) : await send(t, browser, { path, typed })
    const took = performance.now() - started
    if (statusCode !== 404) throw new Error(`${method} ${path} answered ${statusCode}`)
    return took
  }
  const hiddenId = foreign.ids[name] ?? ''
  const [absent, hidden]: [number[], number[]] = [[], []]
  for (let n = -20; n < PAIRS; n += 1) {
    const order = n % 2 === 0 ? [UNKNOWN, hiddenId] : [hiddenId, UNKNOWN]
    for (const id of order) {
      const took = await timed(id)
      if (n >= 0) (id === UNKNOWN ? absent : hidden).push(took)
    }
  }
  return { absentMs: percentile(absent, 0.5), hiddenMs: percentile(hidden, 0.5) }
}

const results = []
for (const row of TABLE)
  for (const name of idsOf(row))
    for (const method of methodsOf(row)) {
      const { absentMs, hiddenMs } = await medians(row, method, name)
      const difference = round(Math.abs(hiddenMs - absentMs), 3)
      const asked = `${method} ${row.path}, its ${name}`
      say(`${asked}: ${difference} ms apart`)
      results.push({ asked, absentMs: round(absentMs, 3), hiddenMs: round(hiddenMs, 3), difference })
    }
await t[Symbol.asyncDispose]()
await here.stop()

const worst = results.toSorted((one, other) => other.difference - one.difference).slice(0, 5)
process.exit(
  await finish(
    {
      bench: 'timing',
      command: 'npm run sightline bench timing',
      size: `${PAIRS} interleaved pairs each, ${size.people} person records, ${size.concerns} concerns`,
      figures: [
        { what: 'Routes by method and id', value: results.length, unit: 'of these', atLeast: 30 },
        ...worst.map(({ asked, difference }) => ({
          what: `Unknown against foreign id, medians apart, of the five furthest: ${asked}`,
          value: difference,
          unit: 'ms',
          atMost: 0.5,
        })),
      ],
      more: results,
    },
    { keep: PAIRS >= 300 },
  ),
)
