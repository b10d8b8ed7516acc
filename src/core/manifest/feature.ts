import type { Kysely, QueryExecutorProvider } from 'kysely'
import type { Act, ReferrerAct } from '#core/access/act.ts'
import type {
  ConcernId,
  Database,
  PersonRecordId,
  ReferrerId,
  SubjectId,
  TeamId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import type { Policy } from '#core/access/policy.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { Routes } from '#platform/http/routes.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import type { Door } from '#core/audit/acting.ts'
import type { Sweep } from '#platform/jobs/sweeps.ts'
import type { Log } from '#platform/log/log.ts'
import type { KeptLetter } from '#platform/mail/kept.ts'
import type { World } from '#platform/world/world.ts'
import type { MadeUp } from './made-up.ts'

/**
 * What a feature brings, handed down by build-app: so a child's page is drawn whole by a feature that knows
 * none of the later ones, and a new feature touches no earlier file.
 */
export interface Feature {
  readonly name: string
  readonly routes?: (routes: Routes<Act>, has: Handed) => void
  /** Entries of the navigation, for those whom the policy admits. */
  readonly navigation?: readonly NavigationEntry[]
  /** Parts of the child's page, in the order of the features. */
  readonly panels?: readonly Panel[]
  /** What can be done about a child from the page of a concern that the viewer's agency decides on. */
  readonly fromConcern?: readonly FromConcern[]
  /** What whoever protects an identity has to know of what is open to others already; null where there is nothing. */
  readonly onProtecting?: (act: Act, personRecordId: PersonRecordId) => Promise<Html | null>
  /** Whoever steps outside a concern steps outside what was opened from it too. */
  readonly outsideOfConcern?: OutsideOfConcern
  readonly chronology?: readonly ChronologySource[]
  /** The subjects of its own under which a person is named, for whoever asks who has looked at that person. */
  readonly namedUnder?: (act: Act, personRecordId: PersonRecordId) => Promise<readonly SubjectId[]>
  /** What each kind of clock asks of its owner. */
  readonly work?: readonly WorkKind[]
  /** What each kind of notice that it sends says, by kind. */
  readonly notices?: Readonly<Record<string, NoticeKind>>
  /** What each of its entries in the ledger means, in words for whoever reads who has looked. */
  readonly ledgerWords?: Readonly<Record<string, string>>
  /** What the worker looks for again and again. */
  readonly sweeps?: (has: WorkerHas) => readonly Sweep[]
  /** Fills the made-up area. Runs in the order of the features. */
  readonly demo?: (area: DemoArea) => Promise<void>
}

export interface NavigationEntry {
  readonly href: string
  readonly text: string
  readonly may: Policy
  /** The words of a button on the home page, where it is something that they come here to begin. */
  readonly begins?: string
}

export interface FromConcern {
  readonly text: string
  readonly may: Policy
  /** Where it is done, under the child's own address on the concern. */
  readonly under: string
}

/** Called while the viewer still sees the concern. */
export type OutsideOfConcern = (act: Act, concernId: ConcernId) => Promise<void>

export interface Panel {
  readonly title: string
  readonly show: (act: Act, personRecordId: PersonRecordId) => Promise<Html>
}

export interface ChronologyItem {
  /** Where it stands among the others: the moment, or the latest that it can have been. */
  readonly at: Date
  /** When it was, in words, where that is not known to the moment. */
  readonly when?: string | undefined
  readonly title: string
  readonly by: string
  readonly words: string | null
  readonly href: string | null
}

/** What one feature knows of, latest first, in an order that is the same each time. */
export type ChronologySource = (
  act: Act,
  asked: { personRecordId: PersonRecordId; limit: number },
) => Promise<readonly ChronologyItem[]>

/**
 * A kind of clock or notice is about one kind of subject. What is asked of it is written as methods, so that the
 * compiler lets its feature name that kind: a concern's id, where others say a subject's.
 */
export interface WorkKind {
  readonly kind: string
  /** Who may do it: nobody else is shown it as waiting. */
  readonly may: Policy
  /** The one next action: what the work is about and where it is done, for many clocks at once. */
  describe(act: Act, subjects: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, WorkItem>>
  /** When it ran out: whom else to tell, besides the supervisors of the agency that owns the clock. */
  alsoTellWhenLate?(
    tx: ScopedTx,
    subject: SubjectId,
  ): Promise<(({ toUser: UserAccountId } | { toReferrer: ReferrerId }) & { kind: string }) | null>
  /** When it ran out: what runs from then on in its stead. Without it, it stays late until it is done. */
  goesUpTo?(
    tx: ScopedTx,
    late: { readonly subject: SubjectId; readonly dueAt: Date },
    now: Date,
  ): Promise<NextClock | null>
}

/** What is due in the stead of what ran out. */
export interface NextClock {
  readonly kind: string
  readonly team: TeamId
  readonly startedAt: Date
  readonly dueAt: Date
}

/** What to say, with a link, by subject: of those alone of which it is still so. */
export type NoticeKind = {
  say(act: Act, subjects: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, Html>>
}['say']

export interface WorkItem {
  readonly title: string
  readonly action: string
  readonly href: string
}

/** What the worker hands to a feature: its own role's door, which sees named columns only. */
export interface WorkerHas {
  readonly door: Door
  readonly secret: string
  readonly log: Log
}

/** What the house hands to every feature's routes. */
export interface Handed {
  readonly features: readonly Feature[]
  /** The door's connection: sessions, credentials, limits. Only sign-in uses it. */
  readonly gate: QueryExecutorProvider
  readonly world: World
  readonly secret: string
  /** Routes for whoever proved an address and has no account. */
  readonly referrerRoutes: Routes<ReferrerAct>
  /** Reads, before anyone is let in, what everyone may know: areas and whom to ring there. */
  readonly atDoor: <T>(work: (tx: ScopedTx) => Promise<T>) => Promise<T>
  /** Whether mail goes out, so that a code can be sent. */
  readonly mails: boolean
  /** In demonstrations: what would have been mailed, newest first. */
  readonly outbox: (() => readonly KeptLetter[]) | null
  /** Made-up people sign in by one click, here only. */
  readonly demo: boolean
  /** Acts for someone outside a route of theirs, such as the moment when they have just signed in. */
  readonly asUser: <T>(userId: UserAccountId, work: (act: Act) => Promise<T>) => Promise<T>
}

/** Where made-up people are put, through the same deeds as the pages wherever there is one. */
export interface DemoArea {
  readonly world: World
  /** As the operator, for what comes before there is anyone to act: agencies, accounts, roles. */
  readonly operator: Kysely<Database>
  /** Acts as one of the made-up people, through the same deeds as the pages. */
  readonly asUser: <T>(userId: UserAccountId, work: (act: Act) => Promise<T>, at?: Date) => Promise<T>
  /** Someone without an account proves an address. */
  readonly proves: (email: string, at: Date) => Promise<ReferrerId>
  readonly asReferrer: <T>(id: ReferrerId, work: (act: ReferrerAct) => Promise<T>, at: Date) => Promise<T>
  /** What earlier features made, by name. */
  readonly made: MadeUp
  /** The whole area, as the demonstration has it; tests and pictures do with its first town. */
  readonly wide: boolean
}
