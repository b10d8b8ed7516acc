import type {
  AgencyId,
  ConcernAllegationId,
  ConcernId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { Action } from './service.ts'

/** The clocks by which someone holds a sealed concern: by duty, or in the stead of those who have it. */
export const HOLDS = 'concern.allegation'
export const STANDS_IN = 'concern.stood-in'

export const insertAllegation = (
  tx: ScopedTx,
  said: {
    id: ConcernAllegationId
    ownerAgency: AgencyId
    subject: ConcernId
    action: Action
    reasons: string
    doneBy: UserAccountId
    doneByName: string
    doneAt: Date
  },
) =>
  tx
    .insertInto('concernAllegation')
    .values({ ...said, category: 'concern', since: said.doneAt })
    .execute()

/** What has been done about the person named, in the order in which it was. */
export const allegationsOn = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernAllegation')
    .select(['action', 'reasons', 'doneByName', 'doneAt'])
    .where('subject', '=', concernId)
    .orderBy('doneAt')
    .orderBy('id')
    .execute()

export const referencesOf = (tx: ScopedTx, ids: readonly ConcernId[]) =>
  tx.selectFrom('concern').select(['id', 'reference']).where('id', 'in', ids).execute()

/**
 * Whose a sealed concern is in one agency, by the clocks of holding it, also of such as have been met. Of another agency the viewer may
 * see clocks too: where it was sent by theirs, professional standards beside the designated officer.
 */
export const holdersOf = (tx: ScopedTx, concernId: ConcernId, agency: AgencyId) =>
  tx
    .selectFrom('clock')
    .select(['userId', 'kind'])
    .where('subject', '=', concernId)
    .where('ownerAgency', '=', agency)
    .where('kind', 'in', [HOLDS, STANDS_IN])
    .orderBy('id')
    .execute()
