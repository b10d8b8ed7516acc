import type { Kysely } from 'kysely'
import type { ProvidedContext } from 'vitest'
import type { Database } from '#core/access/generated/tables.ts'
import { unsentOf } from '#core/access/referrers.sql.ts'
import { actAs, actAsReferrer } from '#core/audit/acting.ts'
import type { Act } from '#core/access/act.ts'
import type { DemoArea } from '#core/manifest/feature.ts'
import { MadeUp } from '#core/manifest/made-up.ts'
import { buildApp, type BuiltApp } from '#entry/build-app.ts'
import { features } from '#entry/feature-list.ts'
import type { LoginRole } from '#platform/database/address.ts'
import { timesAsWide, type Limits } from '#platform/http/limits.ts'
import { startSession } from '#platform/http/sessions.ts'
import type { LogLine } from '#platform/log/log.ts'
import { browsing, type Browsing } from './browser-like.ts'
import { TEST_SECRET } from './global-setup.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'
import { testWorld, type TestWorld } from './test-world.ts'

export interface TestApp extends AsyncDisposable, BuiltApp {
  readonly database: TestDatabase
  readonly world: TestWorld
  readonly log: LogLine[]
  /** Names and ids of the made-up area: 'user Priya Raman', 'area Wexcombe North'. */
  readonly made: MadeUp
  readonly idOf: MadeUp['idOf']
  /** A browser in which this person is signed in. */
  readonly as: (name: string) => Promise<Browsing>
  /** The database as one of its roles: one pool of each, however often it is asked for. */
  readonly door: (role: LoginRole) => Kysely<Database>
  readonly act: <T>(name: string, work: (act: Act) => Promise<T>) => Promise<T>
}

/** The whole application on a database of its own, filled by the features named (administration always is). */
export async function testApp(
  filled: readonly string[] = ['administration'],
  given: { world?: TestWorld; limits?: Limits; server?: ProvidedContext['server'] } = {},
): Promise<TestApp> {
  const database = await testDatabase(given.server)
  const world = given.world ?? testWorld()
  const db = database.connect('sightline_app', 6)
  const gate = database.connect('sightline_gate')
  const log: LogLine[] = []
  const built = await buildApp({
    db,
    gate,
    world,
    log: line => log.push(line),
    secret: TEST_SECRET,
    demo: true,
    outbox: () => world.letters.map(letter => ({ ...letter, at: world.now() })).toReversed(),
    // Time stands still here, and one person does in a minute what many do in a day.
    limits: given.limits ?? timesAsWide(1_000),
  })
  const made = new MadeUp()
  const doors = new Map<LoginRole, Kysely<Database>>()
  const area: DemoArea = {
    world,
    operator: database.connect('sightline_keeper'),
    made,
    wide: false,
    asUser: (userId, work, at) =>
      actAs({ db, world: at ? { ...world, now: () => at } : world }, userId, work),
    proves: (email, at) => unsentOf(gate, { email, fresh: world.uuid(), now: at }),
    asReferrer: (id, work, at) => actAsReferrer({ db, world: { ...world, now: () => at } }, id, work),
  }
  for (const feature of features) if (filled.includes(feature.name)) await feature.demo?.(area)
  return {
    ...built,
    database,
    world,
    log,
    made,
    idOf: name => made.idOf(name),
    as: async name => {
      const browser = browsing(built.app)
      browser.cookies.set(
        '__Host-sightline',
        await startSession({ gate, world }, made.idOf(`user ${name}`), 'open'),
      )
      return browser
    },
    door: role => {
      const door = doors.get(role) ?? database.connect(role)
      doors.set(role, door)
      return door
    },
    act: (name, work) => actAs({ db, world }, made.idOf(`user ${name}`), work),
    [Symbol.asyncDispose]: async () => {
      await built.app.close()
      await database[Symbol.asyncDispose]()
    },
  }
}
