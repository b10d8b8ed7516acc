import type { Category } from '#vocabulary/categories.ts'
import type { AgencyId, ConcernId, ReferrerId, TeamId, UserAccountId } from './generated/tables.ts'

/**
 * Whoever stands behind a transaction. A closed union: every door to children's data names one of these,
 * and the database's policies know no other.
 */
export type Viewer = UserViewer | ReferrerViewer | ServiceViewer | TerminalViewer

export interface UserViewer {
  readonly kind: 'user'
  readonly id: UserAccountId
  readonly name: string
  readonly agencyId: AgencyId
  readonly agencyName: string
  readonly roles: readonly string[]
  readonly roleTitles: readonly string[]
  readonly deeds: ReadonlySet<string>
  readonly teams: readonly TeamId[]
  /** The categories that their role writes in their agency. */
  readonly writes: ReadonlySet<Category>
}

/**
 * Someone without an account who proved an address, for one concern: the one that they are writing or the one that they
 * sent. They read their own draft and what is said to them, and nothing else.
 */
export interface ReferrerViewer {
  readonly kind: 'referrer'
  readonly id: ReferrerId
  readonly email: string
  /** From when it is sent. */
  readonly concern: ConcernId | null
  /** Whose what they sent is; null until then. */
  readonly agencyId: AgencyId | null
  /** The categories of which they are asked. */
  readonly writes: ReadonlySet<Category>
}

/** A named job of the machine, working under a database role of its own. */
export interface ServiceViewer {
  readonly kind: 'service'
  readonly name: string
}

/** The operator at the machine's terminal: runs accounts and the ledger, opens no child's record. */
export interface TerminalViewer {
  readonly kind: 'terminal'
}

/** What a caller says of itself before the database has looked it up. */
export type Claim =
  { kind: 'user'; id: UserAccountId } | { kind: 'referrer'; id: ReferrerId } | ServiceViewer | TerminalViewer
