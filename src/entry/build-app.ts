import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Kysely } from 'kysely'
import type { Database } from '#core/access/generated/tables.ts'
import { transactAs } from '#core/access/scoped-tx.ts'
import type { ReferrerViewer, UserViewer } from '#core/access/viewer.ts'
import { actAs, actAsReferrer } from '#core/audit/acting.ts'
import type { Feature, Handed } from '#core/manifest/feature.ts'
import type { Log } from '#platform/log/log.ts'
import type { House } from '#platform/http/house.ts'
import { LIMITS, type Limits } from '#platform/http/limits.ts'
import type { RouteLine } from '#platform/http/routes.ts'
import { createServer } from '#platform/http/server.ts'
import { DAYS_KEPT } from '#platform/http/drafts.sql.ts'
import { ACCOUNT, type Standing } from '#platform/http/standing.ts'
import type { KeptLetter } from '#platform/mail/kept.ts'
import type { Act, ReferrerAct } from '#core/access/act.ts'
import type { World } from '#platform/world/world.ts'
import { NO_IMAGES } from '#vocabulary/no-images.ts'
import { DAYS_A_REFERRERS_DRAFT_IS_KEPT } from '#features/concerns/public.ts'
import { features } from './feature-list.ts'

export interface AppParts {
  /** The application's own role: policies apply to everything it reads. */
  readonly db: Kysely<Database>
  /** The door's role: sessions, credentials, limits. */
  readonly gate: Kysely<Database>
  readonly world: World
  readonly log: Log
  readonly secret: string
  readonly demo: boolean
  /** Whether mail goes out; it does where nothing is said. */
  readonly mails?: boolean
  /** Of a demonstration: what would have been mailed. */
  readonly outbox?: () => readonly KeptLetter[]
  /** How much one account or address may send; those of the service where none are given. */
  readonly limits?: Limits
}

export interface BuiltApp {
  readonly app: FastifyInstance
  readonly lines: readonly RouteLine[]
  readonly given: readonly RouteOptions[]
}

/** By what people with an account are let in. */
export const SIGNED_IN: Standing = {
  ...ACCOUNT,
  entrance: () => '/sign-in',
  daysKept: DAYS_KEPT,
  mostKept: Infinity,
}

/** By what those without an account are let in: the one concern that they write, or that they sent. */
export const PROVED: Standing = {
  kind: 'address',
  cookie: '__Host-referrer',
  entrance: path => (path.startsWith('/report/sent') ? '/report/back' : '/report'),
  daysKept: DAYS_A_REFERRERS_DRAFT_IS_KEPT,
  // As many as a whole concern has pages, about all whom it may name.
  mostKept: 60,
}

/** Puts the features into the house, in their order. */
export async function buildApp(parts: AppParts): Promise<BuiltApp> {
  const door = { db: parts.db, world: parts.world }
  const shared = {
    world: parts.world,
    log: parts.log,
    gate: parts.gate,
    limits: parts.limits ?? LIMITS,
    chrome: (viewer: UserViewer | ReferrerViewer | null) => chromeFor(viewer, parts.demo),
    filesRefused: NO_IMAGES,
  }
  const house: House<Act> = {
    ...shared,
    standing: SIGNED_IN,
    asUser: (userId, work) => actAs(door, userId, act => work(act, act.tx)),
  }
  const forReferrers: House<ReferrerAct> = {
    ...shared,
    standing: PROVED,
    asUser: (referrerId, work) => actAsReferrer(door, referrerId, act => work(act, act.tx)),
  }
  const { app, routes, routesFor, lines, given } = await createServer(house)
  const has: Handed = {
    features,
    gate: parts.gate,
    world: parts.world,
    secret: parts.secret,
    demo: parts.demo,
    mails: parts.mails ?? true,
    outbox: parts.outbox ?? null,
    referrerRoutes: routesFor(forReferrers),
    atDoor: work =>
      transactAs({ db: parts.gate, world: parts.world }, { kind: 'service', name: 'front-page' }, work),
    asUser: (userId, work) => actAs(door, userId, work),
  }
  for (const feature of features) feature.routes?.(routes, has)
  return { app, lines, given }
}

const chromeFor = (viewer: UserViewer | ReferrerViewer | null, demo: boolean) => ({
  navigation: viewer?.kind === 'user' ? [...navigationOf(features, viewer), ...(demo ? [OUTBOX] : [])] : [],
  signedInAs: viewer?.kind === 'user' ? `${viewer.name}, ${viewer.agencyName}` : null,
  banner: demo ? 'Everyone here is made up. Do not enter anything about a real person.' : null,
})

/** Of demonstrations alone: what would have been mailed. */
const OUTBOX = { href: '/outbox', text: 'Outbox' }

const navigationOf = (all: readonly Feature[], viewer: UserViewer) =>
  all
    .flatMap(feature => feature.navigation ?? [])
    .filter(entry => entry.may.allows(viewer))
    .map(({ href, text }) => ({ href, text }))
