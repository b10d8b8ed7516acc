import type { FastifyReply } from 'fastify'
import type { QueryExecutorProvider } from 'kysely'
import { Fault } from '#platform/errors/fault.ts'
import type { LogLine } from '#platform/log/log.ts'
import type { World } from '#platform/world/world.ts'
import { countTry, type Limit } from './try-limit.sql.ts'

/**
 * How much one account, or one address of the network, may send. Far above what people do, and below what a script needs
 * to read out a register or to fill the disk. They are asked again of the next minute, so a crash may forgive a few.
 */
export const LIMITS = {
  /** Forms, by account. */
  posts: { bucket: 'posts', tries: 120, minutes: 1, forgiving: true },
  /** Questions after people, by account. */
  searches: { bucket: 'searches', tries: 60, minutes: 1, forgiving: true },
  /** Their answers, which are pages: twice as many, for whoever goes back and looks again. */
  answers: { bucket: 'answers', tries: 120, minutes: 1, forgiving: true },
  /** Requests of other systems, by account. */
  api: { bucket: 'api', tries: 600, minutes: 1, forgiving: true },
  /** Forms of those who are not signed in, by address: many people may sit behind one. */
  openForms: { bucket: 'open forms', tries: 120, minutes: 1, forgiving: true },
} as const satisfies Readonly<Record<string, Limit>>

export type LimitName = keyof typeof LIMITS
export type Limits = Readonly<Record<LimitName, Limit>>

/** What a route counts towards. `nothing` is for what must never have to wait: a child may be in danger. */
export type CountsTowards = LimitName | 'nothing'

/** Limits of another width: for measuring what one account never does. */
export const timesAsWide = (times: number, limits: Limits = LIMITS): Limits =>
  Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name, { ...limit, tries: limit.tries * times }]),
  ) as Record<LimitName, Limit>

interface Counting {
  readonly gate: QueryExecutorProvider
  readonly world: World
  readonly log: (line: LogLine) => void
  readonly limits: Limits
}

/**
 * Counts a request in a statement of its own, before the request's transaction: no row stays locked while work goes on.
 *
 * @returns null when it is within the limit; otherwise the seconds to wait, which the reply then says too
 */
export async function beyondLimit(
  house: Counting,
  reply: FastifyReply,
  counts: { towards: CountsTowards; account?: string; address?: string },
): Promise<number | null> {
  if (counts.towards === 'nothing') return null
  const limit = house.limits[counts.towards]
  const key = counts.account ?? counts.address ?? ''
  const { standing, seconds } = await countTry(house.gate, limit, { key, now: house.world.now() })
  if (standing === 'within') return null
  // Once in a window: a flood of requests is no flood of lines. An address of the network has no place in the log.
  if (standing === 'first-beyond')
    house.log({
      level: 'warning',
      event: 'limit.reached',
      limit: limit.bucket,
      account: counts.account ?? null,
    })
  void reply.header('retry-after', String(seconds))
  return seconds
}

const inTime = (seconds: number): string =>
  seconds === 1
    ? 'in 1 second'
    : seconds < 120
      ? `in ${seconds} seconds`
      : `in ${Math.ceil(seconds / 60)} minutes`

/** For a form, which comes back with everything in it. */
export const sendAgain = (seconds: number): Readonly<Record<string, string>> => ({
  '': `Too much was sent in a short time. What you typed is still here and has not been saved. Send it again ${inTime(seconds)}`,
})

/** For everything else. */
export const tooMuch = (seconds: number): Fault =>
  new Fault(
    'too-many',
    undefined,
    `Nothing has been saved. Try again ${inTime(seconds)}. If a child is in danger now, ring 999.`,
  )
