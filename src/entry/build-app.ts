import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Kysely, QueryExecutorProvider } from 'kysely'
import type { Database } from '#core/access/generated/tables.ts'
import type { UserViewer } from '#core/access/viewer.ts'
import { actAs } from '#core/audit/acting.ts'
import type { Feature, Handed } from '#core/manifest/feature.ts'
import type { Log } from '#platform/log/log.ts'
import type { House } from '#platform/http/house.ts'
import { LIMITS, type Limits } from '#platform/http/limits.ts'
import type { RouteLine } from '#platform/http/routes.ts'
import { createServer } from '#platform/http/server.ts'
import type { Act } from '#core/access/act.ts'
import type { World } from '#platform/world/world.ts'
import { NO_IMAGES } from '#vocabulary/no-images.ts'
import { features } from './feature-list.ts'

export interface AppParts {
  /** The application's own role: policies apply to everything it reads. */
  readonly db: Kysely<Database>
  /** The door's role: sessions, credentials, limits. */
  readonly gate: QueryExecutorProvider
  readonly world: World
  readonly log: Log
  readonly secret: string
  readonly demo: boolean
  /** How much one account or address may send; those of the service where none are given. */
  readonly limits?: Limits
}

export interface BuiltApp {
  readonly app: FastifyInstance
  readonly lines: readonly RouteLine[]
  readonly given: readonly RouteOptions[]
}

/** Puts the features into the house, in their order. */
export async function buildApp(parts: AppParts): Promise<BuiltApp> {
  const door = { db: parts.db, world: parts.world }
  const house: House<Act> = {
    world: parts.world,
    log: parts.log,
    gate: parts.gate,
    limits: parts.limits ?? LIMITS,
    asUser: (userId, work) => actAs(door, userId, act => work(act, act.tx)),
    chrome: viewer => chromeFor(viewer, parts.demo),
    filesRefused: NO_IMAGES,
  }
  const { app, routes, lines, given } = await createServer(house)
  const has: Handed = {
    features,
    gate: parts.gate,
    world: parts.world,
    secret: parts.secret,
    demo: parts.demo,
    asUser: (userId, work) => actAs(door, userId, work),
  }
  for (const feature of features) feature.routes?.(routes, has)
  return { app, lines, given }
}

const chromeFor = (viewer: UserViewer | null, demo: boolean) => ({
  navigation: viewer ? navigationOf(features, viewer) : [],
  signedInAs: viewer ? `${viewer.name}, ${viewer.agencyName}` : null,
  banner: demo ? 'Everyone here is made up. Do not enter anything about a real person.' : null,
})

const navigationOf = (all: readonly Feature[], viewer: UserViewer) =>
  all
    .flatMap(feature => feature.navigation ?? [])
    .filter(entry => entry.may.allows(viewer))
    .map(({ href, text }) => ({ href, text }))
