import type { Put, Staff } from '#core/access/bulk.ts'
import type { LedgerDetail } from '#core/access/act.ts'
import type { AgencyId, SubjectId } from '#core/access/generated/tables.ts'

/** One entry of the ledger, as `audit.record` fills it in for a person or for a service by its name. */
export function entry(
  put: Put,
  by: Staff | string,
  what: {
    deed: string
    at: Date
    on: { id: SubjectId; kind: string; owner: AgencyId }
    detail?: LedgerDetail
  },
): void {
  put('auditEntry', {
    at: what.at,
    ...(typeof by === 'string'
      ? { viewerKind: 'service', viewer: null, viewerService: by, viewerAgency: null, viewerRoles: [] }
      : {
          viewerKind: 'user',
          viewer: by.id,
          viewerService: null,
          viewerAgency: by.agency,
          viewerRoles: [by.role],
        }),
    deed: what.deed,
    subject: what.on.id,
    subjectKind: what.on.kind,
    ownerAgency: what.on.owner,
    detail: JSON.stringify(what.detail ?? {}),
  })
}
