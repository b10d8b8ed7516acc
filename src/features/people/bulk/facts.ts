import type { PersonKnown } from '../record/read-person.ts'

/** What happened around one record, in no table's terms. */
export interface PersonFact {
  readonly number: number
  /** Who recorded them; null when somebody else's deed did, such as a concern's decision. */
  readonly by: string | null
  readonly at: Date
  readonly known: PersonKnown
  readonly contact: ContactFact | null
  readonly correction: CorrectionFact | null
}

export interface ContactFact {
  readonly by: string
  readonly at: Date
  readonly way: string
  readonly doNot: string
}

/** What was written down wrongly, and what it is. */
export interface CorrectionFact {
  readonly by: string
  readonly at: Date
  readonly to: PersonKnown
  readonly reason: string
}
