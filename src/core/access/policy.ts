import { fault } from '#platform/errors/fault.ts'
import type { UserViewer } from './viewer.ts'

/**
 * Who may use a route or do a deed, in words and as a test. What a viewer may *know of* is the database's to
 * decide and answers 404; a policy refuses with 403 what they know of but may not do.
 */
export interface Policy {
  readonly who: string
  readonly allows: (viewer: UserViewer) => boolean
}

/** Those one of whose live roles carries the deed (table role_deed). */
export const thoseWhoMay = (deed: string, who: string): Policy => ({
  who,
  allows: viewer => viewer.deeds.has(deed),
})

export const anyoneSignedIn: Policy = { who: 'anyone signed in', allows: () => true }

export function demand(policy: Policy, viewer: UserViewer): void {
  if (!policy.allows(viewer)) throw fault('not-allowed')
}
