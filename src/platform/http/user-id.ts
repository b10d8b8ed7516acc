import type { Id } from '#platform/database/id.ts'

/** Whoever signs in. */
export type UserId = Id<'userAccount'>
