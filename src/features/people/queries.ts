import type { Insertable } from 'kysely'
import type { MatchKey, PersonRecord, SafeContact } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** One person record, or undefined when the viewer may not know of it. */
export const personRecord = (tx: ScopedTx, id: string) =>
  tx.selectFrom('personRecord').selectAll().where('id', '=', id).executeTakeFirst()

export const insertPersonRecord = (tx: ScopedTx, row: Insertable<PersonRecord>) =>
  tx.insertInto('personRecord').values(row).execute()

export const insertMatchKeys = (tx: ScopedTx, rows: Insertable<MatchKey>[]) =>
  tx.insertInto('matchKey').values(rows).execute()

/** How many keys a look-up may follow: more than any honest search shares, few enough to stay quick. */
const MOST_FOUND = 400

/** Records that share at least one key with what was asked, those sharing most first; the few are ranked after. */
export const recordsByKeys = (tx: ScopedTx, keys: readonly string[]) =>
  tx
    .with('found', cte =>
      cte
        .selectFrom('matchKey')
        .select(({ fn }) => ['subject', fn.countAll<number>().as('shared')])
        .where('key', 'in', keys)
        .groupBy('subject')
        .orderBy('shared', 'desc')
        .limit(MOST_FOUND),
    )
    .selectFrom('found')
    .innerJoin('personRecord', 'personRecord.id', 'found.subject')
    .select([
      'personRecord.id',
      'personRecord.reference',
      'personRecord.ownerAgency',
      'givenNames',
      'familyName',
      'knownAs',
      'bornFrom',
      'bornTo',
      'sex',
    ])
    .execute()

export const safeContactOf = (tx: ScopedTx, subject: string) =>
  tx
    .selectFrom('safeContact')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('askedAt', 'desc')
    .executeTakeFirst()

export const writeSafeContact = (tx: ScopedTx, row: Insertable<SafeContact>) => {
  const { id: _id, ownerAgency: _owner, subject: _subject, category: _category, ...says } = row
  return tx
    .insertInto('safeContact')
    .values(row)
    .onConflict(on => on.columns(['subject', 'ownerAgency']).doUpdateSet(says))
    .execute()
}

export const agencyName = async (tx: ScopedTx, id: string): Promise<string> =>
  (await tx.selectFrom('agency').select('name').where('id', '=', id).executeTakeFirst())?.name ?? ''
