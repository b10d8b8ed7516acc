import { makeCrowd } from '#entry/made-up/crowd.ts'
import { testServer } from '#test/kit/global-setup.ts'
import { plantForeign } from '#test/kit/routes/foreign.ts'
import type { Row } from '#test/kit/routes/row.ts'
import { at, makeReady, send, typedFor, userOf } from '#test/kit/routes/standing.ts'
import { methodsOf, TABLE } from '#test/kit/routes/table.ts'
import { testApp } from '#test/kit/test-app.ts'
import { finish, round, say } from './result.ts'
import { medians } from './timing/pairs.ts'
import { withAndWithout } from './timing/with-and-without.ts'

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

async function apart(row: Row, method: 'GET' | 'POST', name: string) {
  const ready = readyFor(row)
  const browser = await userOf(t, row, ready)
  const typed = await typedFor(ready)
  const timed = async (id: string): Promise<void> => {
    const path = at(row, { ...ready.ids, [name]: id })
    const { statusCode } =
      method === 'GET' ? await browser.get(path) : await send(t, browser, { path, typed })
    if (statusCode !== 404) throw new Error(`${method} ${path} answered ${statusCode}`)
  }
  const hiddenId = foreign.ids[name] ?? ''
  const [absentMs, hiddenMs] = await medians(
    PAIRS,
    () => timed(UNKNOWN),
    () => timed(hiddenId),
  )
  return { absentMs, hiddenMs }
}

const results = []
for (const row of TABLE)
  for (const name of idsOf(row))
    for (const method of methodsOf(row)) {
      const { absentMs, hiddenMs } = await apart(row, method, name)
      const difference = round(Math.abs(hiddenMs - absentMs), 3)
      const asked = `${method} ${row.path}, its ${name}`
      say(`${asked}: ${difference} ms apart`)
      results.push({ asked, absentMs: round(absentMs, 3), hiddenMs: round(hiddenMs, 3), difference })
    }
await t[Symbol.asyncDispose]()
say('The same pages with and without a sealed concern')
const sealed = await withAndWithout(here.server, size, PAIRS)
await here.stop()

const furthest = <R extends { difference: number }>(of: readonly R[]): R[] =>
  of.toSorted((one, other) => other.difference - one.difference).slice(0, 5)
process.exit(
  await finish(
    {
      bench: 'timing',
      command: 'npm run sightline bench timing',
      size: `${PAIRS} interleaved pairs each, ${size.people} person records, ${size.concerns} concerns`,
      figures: [
        { what: 'Routes by method and id', value: results.length, unit: 'of these', atLeast: 30 },
        ...furthest(results).map(({ asked, difference }) => ({
          what: `Unknown against foreign id, medians apart, of the five furthest: ${asked}`,
          value: difference,
          unit: 'ms',
          atMost: 0.5,
        })),
        {
          what: 'Pages with and without sealed concerns',
          value: sealed.length,
          unit: 'of these',
          atLeast: 30,
        },
        ...furthest(sealed).map(({ asked, difference }) => ({
          what: `With and without sealed concerns, medians apart, of the five furthest: ${asked}`,
          value: difference,
          unit: 'ms',
          atMost: 0.5,
        })),
      ],
      more: { results, sealed },
    },
    { keep: PAIRS >= 300 },
  ),
)
