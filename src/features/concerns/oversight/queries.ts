import type {
  AgencyId,
  ConcernId,
  ConcernOversightNoteId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const insertOversightNote = (
  tx: ScopedTx,
  said: {
    id: ConcernOversightNoteId
    ownerAgency: AgencyId
    subject: ConcernId
    says: string
    nextStep: string | null
    saidBy: UserAccountId
    saidByName: string
    saidAt: Date
  },
) =>
  tx
    .insertInto('concernOversightNote')
    .values({ ...said, category: 'concern', since: said.saidAt })
    .execute()

/** What supervisors have said of a concern, newest first. */
export const oversightOn = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernOversightNote')
    .select(['says', 'nextStep', 'saidByName', 'saidAt'])
    .where('subject', '=', concernId)
    .orderBy('saidAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
