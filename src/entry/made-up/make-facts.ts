import type { ConcernFact } from '#features/concerns/public.ts'
import type { PersonFact } from '#features/people/public.ts'
import { Chance } from './chance.ts'
import { childOf, knownFrom, toldOf, type Child, type MadeUpChild } from './child.ts'
import { courseOf, type ChildOnForm } from './course.ts'
import { People, type PersonHere } from './people.ts'
import type { AreaAround, Setting } from './setting.sql.ts'
import type { Size } from './size.ts'
import { typedFrom } from './telling.ts'
import { timesOf } from './times.ts'

/** What happened next: people who were recorded, and then a concern that may name them. */
export interface Step {
  readonly people: readonly PersonHere[]
  readonly concern: ConcernFact | null
}

const SEED = 7
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Between two concerns about one child: each is done with before the next. */
const APART = 15 * DAY

interface How {
  readonly now: Date
  /** Records of the first area's council, put last. */
  readonly planted?: readonly MadeUpChild[]
}

/**
 * Made-up facts in their order of time, one concern after another, the same for the same size, day and people: every stage
 * comes within fifty. They are made as they are asked for, so that many need no room.
 */
export function* makeFacts(size: Size, setting: Setting, { now, planted = [] }: How): Generator<Step> {
  const people = new People(size, setting, now)
  const heardOf: { child: Child; last: Date; record: PersonFact | null }[] = []
  const times = timesOf(size, now)
  for (const [n, sentAt] of times.entries()) {
    const chance = new Chance(SEED, 5, n)
    const known = againAbout({ heardOf, n, size, sentAt, chance })
    const children = known ? [known] : newChildren()
    for (const one of children) one.last = sentAt
    yield { concern: concernOn({ n, sentAt, chance, children }), people: people.taken() }
    function newChildren() {
      const first = heardOf.length
      const count = n % 25 === 7 ? 3 : n % 10 === 3 ? 2 : 1
      return Array.from({ length: Math.max(1, Math.min(count, size.children - first)) }, (_, k) => {
        const child = childOf(setting, { number: first + k, household: first, firstHeardOf: sentAt })
        const { deciders } = child.area
        // Half are known to the council beforehand; of the rest a record is made when they are decided on.
        const by = deciders[k % deciders.length]
        const at = new Date(sentAt.getTime() - (20 + chance.whole(1, 200)) * HOUR)
        const record = by && (n + k) % 2 === 0 ? people.recorded(knownFrom(child), by, at) : null
        const one = { child, last: sentAt, record }
        heardOf.push(one)
        return one
      })
    }
  }
  yield* people.besides(heardOf.map(one => one.child))
  yield { concern: null, people: planted.map(one => people.plant(knownFrom(one))) }

  function concernOn(of: {
    n: number
    sentAt: Date
    chance: Chance
    children: (typeof heardOf)[number][]
  }): ConcernFact {
    const { n, sentAt, chance } = of
    const [first] = of.children
    if (!first) throw new Error('a concern about nobody')
    const open = n - (size.concerns - size.open)
    // What is dangerous now and still waits has not waited long.
    const longAgo = open >= 0 && now.getTime() - sentAt.getTime() > 12 * HOUR
    const danger = longAgo ? null : n % 20 === 6 ? 'spoken' : n % 40 === 17 ? 'nobody' : null
    const signs = n % 9 !== 8
    const crime = n % 8 === 5 ? (n % 3 ? 'unsure' : 'not-recorded') : n % 8 === 1 ? 'recorded' : null
    const by = senderFor(first.child.area, n)
    const children = of.children.map((one): ChildOnForm => ({
      child: one.child,
      record: one.record,
      recordAt: at => (one.record = people.made(knownFrom(toldOf(one.child, n)), at)),
    }))
    return {
      number: n,
      by: by.name,
      sentAt,
      typed: typedFrom(setting, {
        number: n,
        by,
        sentAt,
        children: of.children.map(one => one.child),
        // A teacher says what worries them; who works with a child over time records in full.
        face: by.role === 'front-line-worker' || n % 2 ? 'referrer' : 'practitioner',
        danger,
        signs,
        crime,
      }),
      ...courseOf({
        n,
        sentAt,
        now,
        waits: open < 0 ? null : open,
        danger: danger !== null,
        signs: signs || danger !== null,
        crime: crime === 'unsure' || crime === 'not-recorded',
        chance,
        children,
      }),
    }
  }
}

/** Mostly another agency; now and then the council itself. */
function senderFor(area: AreaAround, n: number) {
  const senders = n % 6 === 5 && area.workers.length > 0 ? area.workers : area.others
  const found = senders[Math.floor(n * 0.618) % senders.length]
  if (!found) throw new Error('an area without anyone to send')
  return found
}

/** Someone heard of before, where it is their turn and the last time is long enough ago. */
function againAbout<T extends { last: Date }>(of: {
  heardOf: readonly T[]
  n: number
  size: Size
  sentAt: Date
  chance: Chance
}): T | null {
  const { heardOf, n, size, sentAt, chance } = of
  const more = heardOf.length < size.children
  if (more && (heardOf.length + 1) / size.children <= (n + 1) / size.concerns) return null
  for (let tries = 0; tries < 12; tries += 1) {
    const one = heardOf[chance.whole(0, heardOf.length - 1)]
    if (one && sentAt.getTime() - one.last.getTime() > APART) return one
  }
  return null
}
