import { sql, type Transaction } from 'kysely'
import type { Id } from '#platform/database/id.ts'
import type { Category } from '#vocabulary/categories.ts'
import { fault } from '#platform/errors/fault.ts'
import type { AgencyId, Database, SubjectId } from './generated/tables.ts'
import type { ScopedTx } from './scoped-tx.ts'
import type { Claim, ReferrerViewer, UserViewer, Viewer } from './viewer.ts'

/**
 * Tells the database who is looking, for this transaction only, and answers with what the database knows of
 * them. A user whose account has ended is signed out, and so is a referrer whose way back is closed.
 */
export async function openViewer(tx: Transaction<Database>, claim: Claim, now: Date): Promise<Viewer> {
  const id = claim.kind === 'user' || claim.kind === 'referrer' ? claim.id : ''
  const service = claim.kind === 'service' ? claim.name : ''
  const opened = await sql<{ viewer: Opened | OpenedReferrer | null }>`
    select access.open(${claim.kind}, ${id}, ${service}, ${now.toISOString()}) as viewer`.execute(tx)
  if (claim.kind !== 'user' && claim.kind !== 'referrer') return claim
  const viewer = opened.rows[0]?.viewer
  if (!viewer) throw fault('signed-out')
  const writes = new Set(viewer.writes)
  return 'deeds' in viewer
    ? { ...viewer, kind: 'user', deeds: new Set(viewer.deeds), writes }
    : { ...viewer, kind: 'referrer', writes }
}

/** A viewer as the database tells of them: lists where the viewer has sets. */
type Opened = Omit<UserViewer, 'kind' | 'deeds' | 'writes'> & {
  readonly deeds: readonly string[]
  readonly writes: readonly Category[]
}
type OpenedReferrer = Omit<ReferrerViewer, 'kind' | 'writes'> & { readonly writes: readonly Category[] }

/** One reason why the viewer may read a subject: their agency's own, or a grant and where it came from. */
export interface Reason {
  readonly rule: 'own-agency' | 'grant-to-agency' | 'grant-to-team' | 'grant-to-user'
  readonly sourceKind: string | null
  readonly source: Id | null
}

/** The rules that open a row to this viewer, by the same functions that the policies call. Empty: it is hidden. */
export async function reasonsToSee(
  tx: ScopedTx,
  row: { ownerAgency: AgencyId; category: string; subject: SubjectId },
): Promise<Reason[]> {
  const reasons = await sql<Reason>`
    select rule, source_kind, source from access.why(${row.ownerAgency}, ${row.category}, ${row.subject})`.execute(
    tx,
  )
  return reasons.rows
}

export const agencyName = async (tx: ScopedTx, id: AgencyId): Promise<string> =>
  (await tx.selectFrom('agency').select('name').where('id', '=', id).executeTakeFirst())?.name ?? ''
