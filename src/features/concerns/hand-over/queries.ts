import type { AgencyId, ConcernHandOverId, ConcernId, UserAccountId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const insertHandOver = (
  tx: ScopedTx,
  said: {
    id: ConcernHandOverId
    ownerAgency: AgencyId
    subject: ConcernId
    fromUser: UserAccountId
    fromName: string
    toUser: UserAccountId
    toName: string
    why: string
    handedBy: UserAccountId
    handedByName: string
    handedAt: Date
  },
) =>
  tx
    .insertInto('concernHandOver')
    .values({ ...said, category: 'concern', since: said.handedAt })
    .execute()

/** From now on it is in another's hand. */
export const passPickUp = (
  tx: ScopedTx,
  of: {
    subject: ConcernId
    agency: AgencyId
    from: UserAccountId
    to: UserAccountId
    toName: string
    at: Date
  },
): Promise<unknown> =>
  tx
    .updateTable('concernPickUp')
    .set({ takenBy: of.to, takenByName: of.toName, takenAt: of.at })
    .where('subject', '=', of.subject)
    .where('ownerAgency', '=', of.agency)
    .where('takenBy', '=', of.from)
    .execute()

/** Through whose hands a concern has gone, newest first. */
export const handOversOn = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernHandOver')
    .select(['fromName', 'toName', 'why', 'handedByName', 'handedAt'])
    .where('subject', '=', concernId)
    .orderBy('handedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
