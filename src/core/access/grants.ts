import { sql } from 'kysely'
import type { Id } from '#platform/database/id.ts'
import type { Category } from '#vocabulary/categories.ts'
import type { SubjectId } from './generated/tables.ts'
import type { OwningAct } from './act.ts'

export type Grantee = { kind: 'agency' | 'team' | 'user' | 'referrer'; id: Id }

/** Opens one subject of the viewer's own agency, in some categories, to someone, until further notice. */
export async function grant(
  act: OwningAct,
  to: Grantee,
  what: {
    subject: SubjectId
    categories: readonly Category[]
    source: {
      kind: 'concern' | 'reply' | 'agreement' | 'team' | 'disclosure' | 'emergency' | 'seal' | 'missing-child'
      id: Id
    }
  },
): Promise<void> {
  await act.tx
    .insertInto('accessGrant')
    .values(
      what.categories.map(category => ({
        id: act.world.uuid(),
        ownerAgency: act.viewer.agencyId,
        subject: what.subject,
        category,
        grantee: to.id,
        granteeKind: to.kind,
        // From this transaction’s own moment, by which the policies ask: by the clock it would not be open in it yet.
        validDuring: sql<string>`tstzrange(access.moment(), null)`,
        sourceKind: what.source.kind,
        source: what.source.id,
        grantedBy: act.viewer.id,
      })),
    )
    .execute()
}
