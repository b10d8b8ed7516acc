import type { Letter, PostBox, World } from '#platform/world/world.ts'

export interface KeptLetter extends Letter {
  readonly at: Date
}

export interface KeptPost {
  readonly post: PostBox
  /** Newest first. */
  readonly letters: () => readonly KeptLetter[]
}

const MOST = 200

/** The post of a demonstration: nothing goes out, and the newest letters can be read. Gone when it is started again. */
export function keptPost(now: World['now']): KeptPost {
  const kept: KeptLetter[] = []
  return {
    post: async letter => {
      kept.unshift({ ...letter, at: now() })
      kept.length = Math.min(kept.length, MOST)
    },
    letters: () => kept,
  }
}
