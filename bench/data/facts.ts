import type { PersonKnown } from '#features/people/public.ts'
import type { FormValues } from '#platform/ui/form-state.ts'

/**
 * What happened, in no table's terms. Deeds make it happen (deeds.ts), the loader writes down what the deeds would have
 * left behind (rows-of-person.ts, rows-of-concern.ts), and the two are compared.
 */
export interface PersonFact {
  readonly number: number
  /** Who recorded them; null when a concern's decider did, from what the concern says. */
  readonly by: string | null
  readonly at: Date
  readonly known: PersonKnown
  readonly notes: readonly NoteFact[]
  readonly contact: ContactFact | null
}

export interface NoteFact {
  readonly by: string
  readonly at: Date
  readonly kind: 'visit' | 'call' | 'message'
  readonly when: 'just-now' | 'last-few-days'
  readonly words: string
}

export interface ContactFact {
  readonly by: string
  readonly at: Date
  readonly way: string
  readonly doNot: string
}

export interface ConcernFact {
  readonly number: number
  readonly by: string
  readonly sentAt: Date
  /** As typed into the form. */
  readonly typed: FormValues
  readonly takenAt: Date | null
  /** In the order in which they were made. A child may be decided on twice: the first was sent back. */
  readonly decisions: readonly DecisionFact[]
}

export interface DecisionFact {
  /** The child on the form, from 1. */
  readonly position: number
  readonly at: Date
  readonly outcomes: readonly string[]
  readonly reasons: string
  /** The record that the child is joined to just before, and whether it is made for that. */
  readonly joins: { readonly person: PersonFact; readonly made: boolean; readonly at: Date } | null
  /** A supervisor's answer to an ending. */
  readonly answer: { readonly at: Date; readonly agree: boolean; readonly note: string | null } | null
}

export interface Facts {
  /** When it is now: clocks that have run out by then are raised then. */
  readonly now: Date
  readonly people: readonly PersonFact[]
  readonly concerns: readonly ConcernFact[]
}

export const DECIDER = 'Priya Raman'
export const SUPERVISOR = 'Grace Okafor'

/** What the writer of a made-up note says of whether contact was safe: of a call or a message alone it is asked. */
export const contactOf = (kind: string): 'they-made-it' | null =>
  kind === 'call' || kind === 'message' ? 'they-made-it' : null
