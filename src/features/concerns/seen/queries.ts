import type { AgencyId, ConcernId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export async function insertThingKeys(
  tx: ScopedTx,
  of: { subject: ConcernId; ownerAgency: AgencyId; keys: readonly string[] },
): Promise<void> {
  if (of.keys.length === 0) return
  const { subject, ownerAgency } = of
  await tx
    .insertInto('concernThingKey')
    .values(of.keys.map(key => ({ key, subject, ownerAgency, category: 'concern' as const })))
    .execute()
}

/** Concerns that name something found under one of these keys, newest first, as far as the viewer may see. */
export const concernsNamingThing = (tx: ScopedTx, keys: readonly string[], limit: number) =>
  tx
    .selectFrom('concern')
    .innerJoin('agency', 'agency.id', 'concern.ownerAgency')
    .select([
      'concern.id',
      'concern.reference',
      'concern.sentAt',
      'concern.receivingAgency',
      'concern.sealed',
    ])
    .select(['agency.name as raisedByAgency', 'concern.referrerKind', 'concern.sentByRole'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('concernThingKey')
          .select('key')
          .whereRef('concernThingKey.subject', '=', 'concern.id')
          .where('key', 'in', keys),
      ),
    )
    .orderBy('concern.sentAt', 'desc')
    .orderBy('concern.id', 'desc')
    .limit(limit)
    .execute()
