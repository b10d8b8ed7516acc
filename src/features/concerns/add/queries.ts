import type {
  AgencyId,
  ConcernAdditionId,
  ConcernChildId,
  ConcernId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { RUNNING } from '#core/clocks/queries.ts'
import { sql } from 'kysely'
import { DECIDING } from '../clock-kinds.ts'

/** The children of an agency's other open concerns of whom nothing is decided yet; a proposed ending is looked at first. */
const openChildren = (tx: ScopedTx, agency: AgencyId, not: ConcernId) =>
  tx
    .selectFrom('concernChild')
    .innerJoin('concern', 'concern.id', 'concernChild.subject')
    .select([
      'concernChild.id',
      'concernChild.called',
      'concern.id as concernId',
      'concern.reference',
      'concern.sentAt',
    ])
    .where('concern.receivingAgency', '=', agency)
    .where('concern.sealed', '=', false)
    .where('concern.id', '<>', not)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('clock')
          .select('clock.id')
          .whereRef('clock.subject', '=', 'concern.id')
          .where('clock.ownerAgency', '=', agency)
          .where('clock.kind', 'in', DECIDING)
          .where('clock.state', '=', RUNNING),
      ),
    )
    .where(({ not: no, exists, selectFrom }) =>
      no(
        exists(
          selectFrom('concernDecision')
            .select('concernDecision.id')
            .whereRef('concernDecision.concernChildId', '=', 'concernChild.id')
            .where('concernDecision.ownerAgency', '=', agency)
            .where('concernDecision.state', '<>', 'sent-back'),
        ),
      ),
    )
    .orderBy('concern.sentAt')
    .orderBy('concernChild.id')

/** Those of them that may be this child: joined to the same record, or of the same name. */
export const mayBeTheSame = (
  tx: ScopedTx,
  of: { agency: AgencyId; concernId: ConcernId; childId: ConcernChildId; called: string; most: number },
) =>
  openChildren(tx, of.agency, of.concernId)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb(sql`lower(concern_child.called)`, '=', of.called.toLowerCase()),
        exists(
          selectFrom('concernPerson as theirs')
            .innerJoin('concernPerson as ours', 'ours.subject', 'theirs.subject')
            .select('theirs.id')
            .whereRef('theirs.concernChildId', '=', 'concernChild.id')
            .where('ours.concernChildId', '=', of.childId),
        ),
      ]),
    )
    .limit(of.most)
    .execute()

export const onReference = (
  tx: ScopedTx,
  of: { agency: AgencyId; concernId: ConcernId; reference: string },
) => openChildren(tx, of.agency, of.concernId).where('concern.reference', '=', of.reference).execute()

export const insertAddition = (
  tx: ScopedTx,
  added: {
    id: ConcernAdditionId
    ownerAgency: AgencyId
    concernId: ConcernId
    concernChildId: ConcernChildId
    reference: string
    toConcern: ConcernId
    toChild: ConcernChildId
    toReference: string
    addedBy: UserAccountId
    addedByName: string
    addedAt: Date
  },
) =>
  tx
    .insertInto('concernAddition')
    .values({ ...added, subject: added.id, category: 'concern', since: added.addedAt })
    .execute()

const additions = (tx: ScopedTx) =>
  tx
    .selectFrom('concernAddition')
    .select([
      'id',
      'ownerAgency',
      'concernId',
      'concernChildId',
      'reference',
      'toConcern',
      'toChild',
      'toReference',
      'addedByName',
      'addedAt',
    ])
    .orderBy('addedAt')
    .orderBy('id')

/** What was added to a concern, in the order in which it was. */
export const additionsTo = (tx: ScopedTx, concernId: ConcernId) =>
  additions(tx).where('toConcern', '=', concernId).execute()

/** To what the children of a concern were added. */
export const additionsOf = (tx: ScopedTx, concernId: ConcernId) =>
  additions(tx).where('concernId', '=', concernId).execute()
