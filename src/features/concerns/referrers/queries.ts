import type {
  AgencyId,
  ConcernFurtherId,
  ConcernId,
  ConcernReceiptId,
  ReferrerId,
} from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { ConcernRow } from '../send/service.ts'

/** What was said later is read by whoever has the concern. */
export const FURTHER = 'concern.further'

export const insertReceipt = (
  tx: ScopedTx,
  of: { id: ConcernReceiptId; concern: ConcernRow; professional: boolean; dueAt: Date },
) => {
  const { id, concern, professional, dueAt } = of
  return tx
    .insertInto('concernReceipt')
    .values({
      id,
      subject: id,
      ownerAgency: concern.ownerAgency,
      category: 'concern',
      since: concern.sentAt,
      concernId: concern.id,
      reference: concern.reference,
      sentByName: concern.keepName ? null : concern.sentByName,
      professional,
      sealed: concern.sealed,
      dangerNow: concern.dangerNow,
      areaId: concern.areaId,
      sentAt: concern.sentAt,
      dueAt,
    })
    .execute()
}

/** What a referrer comes back to: theirs alone is opened to them. */
export const receiptOf = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernReceipt')
    .select([
      'id',
      'reference',
      'sentByName',
      'professional',
      'sealed',
      'dangerNow',
      'areaId',
      'sentAt',
      'dueAt',
    ])
    .where('concernId', '=', concernId)
    .executeTakeFirst()

export const insertFurther = (
  tx: ScopedTx,
  said: {
    id: ConcernFurtherId
    ownerAgency: AgencyId
    subject: ConcernId
    says: string
    dangerNow: boolean
    saidByReferrer: ReferrerId
    saidAt: Date
  },
) =>
  tx
    .insertInto('concernFurther')
    .values({ ...said, category: 'concern', since: said.saidAt })
    .execute()

/** What whoever sent it said later, in the order in which they did. */
export const furtherOn = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernFurther')
    .select(['says', 'dangerNow', 'saidAt'])
    .where('subject', '=', concernId)
    .orderBy('saidAt')
    .orderBy('id')
    .execute()

/** Whether someone of this kind hears what was decided. */
export const isProfessional = async (tx: ScopedTx, kind: string | null): Promise<boolean> =>
  kind !== null &&
  (
    await tx
      .selectFrom('referrerKind')
      .select('professional')
      .where('code', '=', kind)
      .executeTakeFirstOrThrow()
  ).professional

/** Whether the worker has told the referrer that nobody has opened it. */
export const wasToldNobodyYet = async (tx: ScopedTx, id: ReferrerId): Promise<boolean> =>
  (await tx
    .selectFrom('notice')
    .select('id')
    .where('toReferrer', '=', id)
    .where('kind', '=', 'concern.nobody-yet')
    .executeTakeFirst()) !== undefined
