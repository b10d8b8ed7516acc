import { randomBytes } from 'node:crypto'
import type { Caller } from '#platform/calls/call.ts'
import { uuidAt } from './uuid.ts'

/** All that comes from outside a computation: time, chance, the post and what is called. Tests bring their own. */
export interface World {
  readonly now: () => Date
  /** A UUID of version 7, of whatever it is used for: its order is that of time. */
  readonly uuid: <I extends string>() => I
  readonly randomBytes: (count: number) => Uint8Array
  readonly post: PostBox
  /** To a system of an agency that asked to be told. */
  readonly call: Caller
}

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export type PostBox = (letter: Letter) => Promise<void>

export function systemWorld({ post, call }: Pick<World, 'post' | 'call'>): World {
  const now = () => new Date()
  return {
    now,
    uuid: <I extends string>() => uuidAt<I>(now(), randomBytes(10)),
    randomBytes: count => randomBytes(count),
    post,
    call,
  }
}
