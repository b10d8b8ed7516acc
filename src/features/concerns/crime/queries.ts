import type { AgencyId, ConcernCrimeId, ConcernId, UserAccountId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { CRIME } from '../clock-kinds.ts'
import { countClocks, RUNNING } from '#core/clocks/queries.ts'

export const insertCrime = (
  tx: ScopedTx,
  said: {
    id: ConcernCrimeId
    ownerAgency: AgencyId
    subject: ConcernId
    reference: string | null
    whyNot: string | null
    byWhom: string
    saidBy: UserAccountId
    saidByName: string
    saidAt: Date
  },
) =>
  tx
    .insertInto('concernCrime')
    .values({ ...said, category: 'concern', since: said.saidAt })
    .execute()

/** What has been said of the recording of a concern's crime, newest first. */
export const crimesOn = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernCrime')
    .select(['reference', 'whyNot', 'byWhom', 'saidByName', 'saidAt'])
    .where('subject', '=', concernId)
    .orderBy('saidAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Concerns of an agency that allege an offence of which nobody has said whether it is recorded, oldest due first. */
export const crimeGaps = (tx: ScopedTx, agency: AgencyId, window: { offset: number; limit: number }) =>
  tx
    .selectFrom('clock')
    .innerJoin('concern', 'concern.id', 'clock.subject')
    .innerJoin('agency', 'agency.id', 'concern.ownerAgency')
    .select([
      'concern.id',
      'concern.reference',
      'concern.sentAt',
      'clock.dueAt',
      'agency.name as raisedByAgency',
      'concern.referrerKind',
      'concern.sentByRole',
    ])
    .where('clock.ownerAgency', '=', agency)
    .where('clock.state', '=', RUNNING)
    .where('clock.kind', '=', CRIME)
    .orderBy('clock.urgent', 'desc')
    .orderBy('clock.dueAt')
    .orderBy('clock.id')
    .offset(window.offset)
    .limit(window.limit)
    .execute()

/** How many they are, counted no further than `most`. */
export const countGaps = (tx: ScopedTx, agency: AgencyId, most: number): Promise<number> =>
  countClocks(tx, { agency, kinds: [CRIME], most })
