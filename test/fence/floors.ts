import { posix } from 'node:path'
import { features } from '#entry/feature-list.ts'
import { importsOf, type SourceFile } from './source-files.ts'

/** From the bottom up. A file may import what lies below its own floor. */
const FLOORS = ['platform', 'vocabulary', 'analysis', 'core', 'features', 'entry'] as const
/** The rooms of the core, from the bottom up. */
const CORE = ['access', 'audit', 'notices', 'manifest', 'clocks'] as const

/** Packages that each floor may use; anything else is asked for here first, with its reason in review. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  platform: [
    'fastify',
    '@fastify/cookie',
    '@fastify/formbody',
    'fastify-type-provider-zod',
    'kysely',
    'nodemailer',
    'nunjucks',
    'pg',
    'pg-copy-streams',
    'zod',
  ],
  vocabulary: ['temporal-polyfill', 'zod'],
  analysis: [],
  core: ['kysely', 'zod'],
  features: ['kysely', 'zod', 'otplib', 'qrcode'],
  entry: ['kysely', 'zod', 'fastify', 'pg', 'pg-copy-streams'],
}

const order = features.map(feature => feature.name)

/** What is wrong with one file's imports, in words; empty when nothing is. */
export function breachesOf(file: Pick<SourceFile, 'path' | 'text'>): string[] {
  const [, floor = '', room = ''] = file.path.split('/')
  return importsOf(file).flatMap(wanted => {
    const breach = whatIsWrong(floor, room, fromTheRoot(file.path, wanted))
    return breach ? [`${file.path} imports ${wanted}: ${breach}`] : []
  })
}

/** A path from file to file leads to a room just as a path from the root does. */
const fromTheRoot = (path: string, wanted: string): string =>
  wanted.startsWith('.') ? posix.join(posix.dirname(path), wanted).replace(/^src\//, '#') : wanted

function whatIsWrong(floor: string, room: string, wanted: string): string | null {
  if (wanted.startsWith('node:'))
    return floor === 'vocabulary' || floor === 'analysis' ? 'this floor does no I/O' : null
  const [, toFloor, toRoom, rest] = /^#(\w+)\/([\w-]+)\/?(.*)$/.exec(wanted) ?? []
  if (!toFloor) {
    const name = wanted
      .split('/')
      .slice(0, wanted.startsWith('@') ? 2 : 1)
      .join('/')
    return (PACKAGES[floor] ?? []).includes(name)
      ? null
      : `the package ${name} is not used on the floor ${floor}`
  }
  if (floor === 'vocabulary' && toFloor === 'platform')
    return toRoom === 'errors' ? null : 'the vocabulary knows only the errors of the platform'
  const [from, to] = [FLOORS.indexOf(floor as never), FLOORS.indexOf(toFloor as never)]
  if (to < 0) return 'it is no floor of the house'
  if (to > from) return `${toFloor} stands above ${floor}`
  if (to < from)
    return toFloor === 'features' && rest !== 'public.ts' && floor === 'entry'
      ? 'a feature is entered by its public.ts'
      : null
  if (toRoom === room) return null
  if (floor === 'core')
    return isBefore(CORE, toRoom, room) ? null : `${toRoom} stands after ${room} in the core`
  if (floor === 'features') {
    if (rest !== 'public.ts') return 'a feature is entered by its public.ts'
    return isBefore(order, toRoom, room) ? null : `${toRoom} stands after ${room} in feature-list.ts`
  }
  return null
}

/** A room that stands in no list stands before nobody. */
const isBefore = (rooms: readonly string[], one: string | undefined, other: string): boolean =>
  rooms.includes(one ?? '') && rooms.indexOf(one ?? '') < rooms.indexOf(other)
