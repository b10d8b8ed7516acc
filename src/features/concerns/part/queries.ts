import type {
  AgencyId,
  ConcernChildId,
  ConcernId,
  ConcernPartingId,
  PersonRecordId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** To which record of this agency a child on a concern is joined, by whom and since when. */
export const linkOf = (tx: ScopedTx, childId: ConcernChildId, agency: AgencyId) =>
  tx
    .selectFrom('concernPerson')
    .innerJoin('personRecord', 'personRecord.id', 'concernPerson.subject')
    .select([
      'concernPerson.id',
      'personRecord.id as personRecordId',
      'personRecord.reference',
      'givenNames',
      'familyName',
      'linkedBy',
      'linkedAt',
    ])
    .where('concernChildId', '=', childId)
    .where('concernPerson.ownerAgency', '=', agency)
    .executeTakeFirst()

/** @returns how many rows went: one, or none where someone else was first */
export async function deleteLink(tx: ScopedTx, link: { childId: ConcernChildId; agency: AgencyId }) {
  const gone = await tx
    .deleteFrom('concernPerson')
    .where('concernChildId', '=', link.childId)
    .where('ownerAgency', '=', link.agency)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

export const insertParting = (
  tx: ScopedTx,
  parting: {
    id: ConcernPartingId
    ownerAgency: AgencyId
    subject: ConcernId
    concernChildId: ConcernChildId
    personRecordId: PersonRecordId
    linkedBy: UserAccountId
    linkedAt: Date
    why: string
    partedBy: UserAccountId
    partedByName: string
    partedAt: Date
  },
) =>
  tx
    .insertInto('concernParting')
    .values({ ...parting, category: 'concern', since: parting.partedAt })
    .execute()

const partings = (tx: ScopedTx) =>
  tx
    .selectFrom('concernParting')
    .select([
      'concernParting.id',
      'concernChildId',
      'personRecordId',
      'linkedAt',
      'why',
      'partedByName',
      'partedAt',
    ])
    .orderBy('partedAt', 'desc')
    .orderBy('concernParting.id', 'desc')

export const partingsOn = (tx: ScopedTx, concernId: ConcernId) =>
  partings(tx).where('concernParting.subject', '=', concernId).execute()

/** Of one record: only of concerns that the viewer may know of. */
export const partingsFrom = (tx: ScopedTx, personRecordId: PersonRecordId, most: number) =>
  partings(tx)
    .innerJoin('concern', 'concern.id', 'concernParting.subject')
    .where('personRecordId', '=', personRecordId)
    .limit(most)
    .execute()

/** The reference of a record, where the viewer may know of it. */
export async function recordReference(tx: ScopedTx, id: PersonRecordId): Promise<string | null> {
  const found = await tx
    .selectFrom('personRecord')
    .select('reference')
    .where('id', '=', id)
    .executeTakeFirst()
  return found?.reference ?? null
}
