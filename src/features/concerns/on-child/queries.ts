import type { ConcernId, PersonRecordId, SubjectId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** The concerns on which a person record is one of the children. */
export const concernsNaming = async (tx: ScopedTx, personRecordId: PersonRecordId): Promise<ConcernId[]> =>
  (
    await tx.selectFrom('concernPerson').select('concernId').where('subject', '=', personRecordId).execute()
  ).map(row => row.concernId)

/** Concerns joined to a person record, newest first, with what was decided for this child. */
export const concernsAbout = (tx: ScopedTx, personRecordId: SubjectId, limit: number) =>
  tx
    .selectFrom('concernPerson')
    .innerJoin('concern', 'concern.id', 'concernPerson.concernId')
    .innerJoin('agency', 'agency.id', 'concern.ownerAgency')
    .leftJoin('concernDecision', 'concernDecision.concernChildId', 'concernPerson.concernChildId')
    .select([
      'concern.id',
      'concern.ownerAgency',
      'concern.receivingAgency',
      'reference',
      'sentAt',
      'sentByName',
      'keepName',
      'sentByRole',
      'referrerKind',
      'agency.name as raisedByAgency',
      'concernDecision.outcomes',
      'concernDecision.state',
    ])
    .where('concernPerson.subject', '=', personRecordId)
    .orderBy('sentAt', 'desc')
    .orderBy('concern.id', 'desc')
    .limit(limit)
    .execute()
