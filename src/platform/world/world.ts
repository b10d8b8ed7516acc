import { randomBytes } from 'node:crypto'
import { uuidAt } from './uuid.ts'

/** All that comes from outside a computation: time, chance and the post. Tests bring their own. */
export interface World {
  readonly now: () => Date
  /** A UUID of version 7, of whatever it is used for: its order is that of time. */
  readonly uuid: <I extends string>() => I
  readonly randomBytes: (count: number) => Uint8Array
  readonly post: PostBox
}

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export type PostBox = (letter: Letter) => Promise<void>

export function systemWorld(post: PostBox): World {
  const now = () => new Date()
  return {
    now,
    uuid: <I extends string>() => uuidAt<I>(now(), randomBytes(10)),
    randomBytes: count => randomBytes(count),
    post,
  }
}
