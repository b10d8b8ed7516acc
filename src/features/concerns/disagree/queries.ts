import { sql } from 'kysely'
import type {
  AgencyId,
  ConcernChildId,
  ConcernId,
  DisagreementAnswerId,
  DisagreementId,
  TeamId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { LadderStep } from '#features/administration/public.ts'
import type { Nation } from '#vocabulary/nations.ts'
import type { Outcome } from './standing.ts'

/** Whoever decides on concerns has to answer; or a supervisor has. */
export const DISAGREED = 'concern.disagreement'
export const WENT_UP = 'concern.disagreement-up'

export const insertDisagreement = (
  tx: ScopedTx,
  raised: {
    id: DisagreementId
    ownerAgency: AgencyId
    concernId: ConcernId
    reference: string
    toAgency: AgencyId
    toTeam: TeamId
    nation: Nation
    steps: readonly LadderStep[]
    about: 'decision' | 'no-decision' | 'handling'
    says: string
    raisedBy: UserAccountId
    raisedByName: string
    raisedAt: Date
  },
) =>
  tx
    .insertInto('disagreement')
    .values({
      ...raised,
      subject: raised.id,
      category: 'concern',
      since: raised.raisedAt,
      steps: JSON.stringify(raised.steps),
    })
    .execute()

const disagreements = (tx: ScopedTx) =>
  tx
    .selectFrom('disagreement')
    .innerJoin('agency', 'agency.id', 'disagreement.ownerAgency')
    .select([
      'disagreement.id',
      'disagreement.ownerAgency',
      'agency.name as agencyName',
      'concernId',
      'reference',
      'toAgency',
      'toTeam',
      'nation',
      'about',
      'says',
      'raisedBy',
      'raisedByName',
      'raisedAt',
    ])
    .select(sql<readonly LadderStep[]>`steps`.as('steps'))

export const disagreementById = (tx: ScopedTx, id: DisagreementId) =>
  disagreements(tx).where('disagreement.id', '=', id).executeTakeFirst()

/** Those on a concern that the viewer may read, in the order in which they were raised. */
export const disagreementsOn = (tx: ScopedTx, concernId: ConcernId) =>
  disagreements(tx)
    .where('concernId', '=', concernId)
    .orderBy('raisedAt')
    .orderBy('disagreement.id')
    .execute()

export const disagreementsOf = (tx: ScopedTx, ids: readonly DisagreementId[]) =>
  disagreements(tx).where('disagreement.id', 'in', ids).execute()

export const answersTo = (tx: ScopedTx, ids: readonly DisagreementId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('disagreementAnswer')
        .select(['disagreementId', 'position', 'outcome', 'says', 'answeredByName', 'answeredAt'])
        .where('disagreementId', 'in', ids)
        .orderBy('position')
        .execute()

export const insertAnswer = (
  tx: ScopedTx,
  answer: {
    id: DisagreementAnswerId
    ownerAgency: AgencyId
    disagreementId: DisagreementId
    position: number
    outcome: Outcome
    says: string
    answeredBy: UserAccountId
    answeredByName: string
    answeredAt: Date
  },
) =>
  tx
    .insertInto('disagreementAnswer')
    .values({ ...answer, subject: answer.id, category: 'concern', since: answer.answeredAt })
    .execute()

/** What is made on a concern by an agency is open again, with why. What was decided before stays in the history. */
export const reopenDecisions = (
  tx: ScopedTx,
  of: {
    concernId: ConcernId
    agency: AgencyId
    children: readonly ConcernChildId[]
    note: string
    by: { id: UserAccountId; name: string }
    at: Date
  },
) =>
  tx
    .updateTable('concernDecision')
    .set({
      state: 'sent-back',
      agreementNote: of.note,
      // Nobody is a second person to themselves.
      agreedBy: sql<UserAccountId | null>`nullif(${of.by.id}::uuid, decided_by)`,
      agreedByName: of.by.name,
      agreedAt: of.at,
    })
    .where('subject', '=', of.concernId)
    .where('ownerAgency', '=', of.agency)
    .where('concernChildId', 'in', of.children)
    .where('state', '=', 'made')
    .execute()
