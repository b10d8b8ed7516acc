import type { ScopedTx } from '#core/access/scoped-tx.ts'

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
        .orderBy('subject')
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
