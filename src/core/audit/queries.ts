import type { SubjectId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** Ledger entries about one subject. Names come only for colleagues: other agencies' accounts are behind the wall. */
export const entriesAbout = (tx: ScopedTx, subject: SubjectId, limit: number) =>
  tx
    .selectFrom('auditEntry')
    .leftJoin('agency', 'agency.id', 'auditEntry.viewerAgency')
    .leftJoin('userAccount', 'userAccount.id', 'auditEntry.viewer')
    .select([
      'at',
      'deed',
      'viewerRoles',
      'viewerService',
      'agency.name as agencyName',
      'userAccount.name as userName',
    ])
    .where('auditEntry.subject', '=', subject)
    .orderBy('auditEntry.id', 'desc')
    .limit(limit)
    .execute()
