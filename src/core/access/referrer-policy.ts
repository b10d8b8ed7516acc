import type { ReferrerViewer } from './viewer.ts'

/** What a referrer may do at a route, in words and as a test. */
export interface ReferrerPolicy {
  readonly who: string
  readonly allows: (viewer: ReferrerViewer) => boolean
}

export const whoeverProved: ReferrerPolicy = { who: 'whoever proved an address', allows: () => true }

export const whoeverWrites: ReferrerPolicy = {
  who: 'whoever proved an address and has not sent yet',
  allows: viewer => viewer.concern === null,
}

export const whoeverSent: ReferrerPolicy = {
  who: 'whoever proved the address that it was sent from',
  allows: viewer => viewer.concern !== null,
}
