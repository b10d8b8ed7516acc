/** Where an episode stands. What it goes to it goes to once; nothing leads back: a child who goes missing again is a new episode. */
export const STATUSES = ['missing', 'found', 'opened-by-mistake'] as const
export type Status = (typeof STATUSES)[number]

export const TRANSITIONS: Readonly<Record<Status, readonly Status[]>> = {
  missing: ['found', 'opened-by-mistake'],
  found: [],
  'opened-by-mistake': [],
}

export const mayBecome = (from: Status, to: Status): boolean => TRANSITIONS[from].includes(to)

export const statusOf = (ending: { readonly kind: 'found' | 'opened-by-mistake' } | undefined): Status =>
  ending?.kind ?? 'missing'
