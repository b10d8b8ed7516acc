import type { Among, Staff } from '#core/access/bulk.ts'
import type { AgencyId, AreaId, TeamId } from '#core/access/generated/tables.ts'
import type { PersonFact } from '#features/people/public.ts'
import type { Template } from '#features/standard/public.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import type { Nation } from '#vocabulary/nations.ts'

/** What happened to one concern, in no table's terms. Whoever does something is named. */
export interface ConcernFact {
  readonly number: number
  readonly by: string
  readonly sentAt: Date
  /** As typed into the form. */
  readonly typed: FormValues
  readonly taken: { readonly by: string; readonly at: Date } | null
  readonly handed: {
    readonly by: string
    readonly to: string
    readonly at: Date
    readonly why: string
  } | null
  readonly oversight: readonly OversightFact[]
  readonly crime: CrimeFact | null
  /** In the order in which they were made. A child may be decided on twice: the first was sent back. */
  readonly decisions: readonly DecisionFact[]
}

export interface OversightFact {
  readonly by: string
  readonly at: Date
  readonly says: string
  readonly nextStep: string | null
}

export interface CrimeFact {
  readonly by: string
  readonly at: Date
  readonly recorded: { readonly reference: string } | { readonly whyNot: string }
  readonly byWhom: string
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
  readonly answer: {
    readonly by: string
    readonly at: Date
    readonly agree: boolean
    readonly note: string | null
  } | null
}

export interface AreaThere {
  readonly id: AreaId
  readonly nation: Nation
  readonly agency: AgencyId
  readonly team: TeamId
}

/** Where and among whom concerns take place. */
export interface ConcernSetting extends Among {
  /** The newest template as this person is asked it, on the face that they chose. */
  readonly templateFor: (by: Staff, typed: FormValues) => Template
  readonly areaOf: (typed: FormValues) => AreaThere
  /** Outcomes that end a concern. */
  readonly endings: ReadonlySet<string>
}
