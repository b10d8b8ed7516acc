import { seededBytes } from '#platform/world/seeded.ts'
import { uuidAt } from '#platform/world/uuid.ts'
import type { Call } from '#platform/calls/call.ts'
import type { Letter, World } from '#platform/world/world.ts'

export interface TestWorld extends World {
  readonly letters: Letter[]
  /** What was called, and what each is answered: 200 until something else is set. */
  readonly calls: Call[]
  answersCalls: number | 'nothing'
  readonly advance: (minutes: number) => void
}

/** A world that stands still until it is moved, with the same chances every time. */
export function testWorld(start = '2026-11-24T10:00:00Z', seed = 1): TestWorld {
  let now = Date.parse(start)
  const randomBytes = seededBytes(seed)
  const letters: Letter[] = []
  const calls: Call[] = []
  const world: TestWorld = {
    now: () => new Date(now),
    uuid: <I extends string>() => uuidAt<I>(new Date(now), randomBytes(10)),
    randomBytes,
    post: async letter => {
      letters.push(letter)
    },
    letters,
    calls,
    answersCalls: 200,
    call: async call => {
      calls.push(call)
      if (world.answersCalls === 'nothing') throw new Error('nobody answers')
      return world.answersCalls
    },
    advance: minutes => {
      now += minutes * 60_000
    },
  }
  return world
}

/** One in which time goes by whenever it is asked for, as it does outside. */
export function tickingWorld(): TestWorld {
  const world = testWorld()
  let milliseconds = 0
  return { ...world, now: () => new Date(world.now().getTime() + (milliseconds += 1)) }
}
