import type { Act } from '#core/access/act.ts'
import type { ConcernId, PersonRecordId } from '#core/access/generated/tables.ts'
import { grant } from '#core/access/grants.ts'
import { seal } from '#core/access/named-people.sql.ts'
import { otherHolders } from './holding.ts'

/**
 * A record that is made of a child on a sealed concern is for those alone who hold it. Were it there for colleagues, a search
 * for the child would tell whoever is named, where they or their family work here, that someone has said something.
 */
export async function sealRecordMade(
  act: Act,
  made: { concernId: ConcernId; personId: PersonRecordId },
): Promise<void> {
  for (const id of [act.viewer.id, ...(await otherHolders(act, made.concernId))])
    await grant(
      act,
      { kind: 'user', id },
      {
        subject: made.personId,
        categories: ['identity'],
        source: { kind: 'seal', id: made.concernId },
      },
    )
  await seal(act, made.personId, 'works-with-children')
}
