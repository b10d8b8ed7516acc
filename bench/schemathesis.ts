import { LIMITS, timesAsWide } from '#platform/http/limits.ts'
import { finish, round, say, type Figure } from './result.ts'
import { addSystem, type System } from './schemathesis/add-system.ts'
import { serveArea, type Served } from './schemathesis/served.ts'
import { keptOf, makeTester, type Report } from './schemathesis/tester.ts'
import { FACES } from './schemathesis/whole-concerns.ts'

/**
 * Schemathesis against the API as it is served, by the document that it serves: as its shapes allow, with whole concerns
 * among them; then by the schema of each face; then under the limits of the service.
 * `npm run sightline bench schemathesis [--minutes 20]`.
 */
const [, given] = /^--minutes[= ](\d+(?:\.\d+)?)$/.exec(process.argv.slice(2).join(' ')) ?? []
const MINUTES = Number(given ?? 20)
const seconds = (minutes: number): string => String(Math.ceil(minutes * 60))

say('Installing the tester')
const tester = await makeTester()
const reports: Record<string, Report> = {}
const served: Served[] = []

async function serve(limits: typeof LIMITS | ReturnType<typeof timesAsWide>) {
  const area = await serveArea(limits)
  served.push(area)
  return { area, system: await addSystem(area) }
}

async function run(
  name: string,
  { area, system }: { area: Served; system: System },
  how: { env?: Readonly<Record<string, string>>; config?: string; words: readonly string[] },
): Promise<void> {
  say(name)
  const env = { SIGHTLINE_BASE: area.base, SIGHTLINE_ID: system.id, SIGHTLINE_KEY: system.key, ...how.env }
  const config = ['--config-file', how.config ?? 'schemathesis.toml']
  const words = ['run', `${area.base}/api/v1/openapi.json`, '--checks', 'all', ...how.words]
  reports[name] = await tester.run(env, [...config, ...words])
}

// One account sends here what hundreds do: under the service's limits most of it would be answered with 429 unread.
const wide = await serve(timesAsWide(10_000))
const whole = await tester.fileFor('whole-concerns.json', await wide.area.wholeConcerns(wide.system.id, 200))
await run('as the document allows', wide, {
  env: { SIGHTLINE_WHOLE: whole },
  words: ['--max-time', seconds(MINUTES)],
})
for (const face of FACES)
  await run(`by the schema of the face ${face}`, wide, {
    env: { SIGHTLINE_FACE: face },
    config: 'by-face.toml',
    words: ['--phases', 'coverage'],
  })
const limited = await serve(LIMITS)
await run('under the limits of the service', limited, { words: ['--max-time', seconds(MINUTES / 10)] })

const ledger = await Promise.all(served.map(area => area.faultsOfLedger()))
for (const area of served) await area.stop()
await tester.remove()

const all = Object.values(reports)
const failures = all.flatMap(report => report.failures)
const many = (found: readonly { count: number }[]): number => found.reduce((sum, one) => sum + one.count, 0)
const answered = (which: (status: number) => boolean): number =>
  served
    .flatMap(area => [...area.answered])
    .reduce((sum, [status, times]) => sum + (which(status) ? times : 0), 0)
const UNDOCUMENTED =
  /^(Undefined(StatusCode|ContentType)|M(issing(ContentType|Headers)|alformed.*)|JsonSchemaError)$/
const none = { unit: 'answers', atMost: 0 }
const figures: Figure[] = [
  {
    what: 'Minutes of the run as the document allows',
    value: round((reports['as the document allows']?.running_time ?? 0) / 60),
    unit: 'min',
    atLeast: MINUTES,
  },
  {
    what: 'Requests answered, by the server’s count',
    value: answered(() => true),
    unit: 'requests',
    atLeast: 1,
  },
  {
    what: 'Answered with 500 or more, by the server’s count',
    value: answered(status => status >= 500),
    ...none,
  },
  {
    what: 'Errors in the server’s log',
    value: served.flatMap(area => area.errors).length,
    unit: 'lines',
    atMost: 0,
  },
  {
    what: 'Undocumented: a status, a content type, a header or a shape',
    value: many(failures.filter(one => UNDOCUMENTED.test(one.type))),
    ...none,
  },
  { what: 'Failures of any check', value: many(failures), unit: 'failures', atMost: 0 },
  {
    what: 'Errors of the tester itself',
    value: many(all.flatMap(report => report.errors)),
    unit: 'errors',
    atMost: 0,
  },
  {
    what: 'Operations never tested in a run',
    value: all.reduce((sum, { operations }) => sum + operations.total - operations.tested, 0),
    unit: 'operations',
    atMost: 0,
  },
  { what: 'Concerns received', value: answered(status => status === 201), unit: 'concerns', atLeast: 1 },
  {
    what: 'Answered with 429 under the limits of the service',
    value: limited.area.answered.get(429) ?? 0,
    unit: 'answers',
    atLeast: 1,
  },
  {
    what: 'Faults of the ledger afterwards',
    value: ledger.reduce((sum, one) => sum + one, 0),
    unit: 'faults',
    atMost: 0,
  },
]
process.exit(
  await finish(
    {
      bench: 'schemathesis',
      command: 'npm run sightline bench schemathesis',
      size: `${MINUTES} minutes as the document allows, then each face’s schema, then a tenth as long under the service’s limits`,
      figures,
      more: {
        runs: Object.fromEntries(Object.entries(reports).map(([name, report]) => [name, keptOf(report)])),
        errors: served.flatMap(area => area.errors).slice(0, 20),
        answered: served.map(area => Object.fromEntries(area.answered)),
      },
    },
    { keep: MINUTES >= 20 },
  ),
)
