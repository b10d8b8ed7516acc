import type {
  AgencyId,
  ConcernChildId,
  ConcernDecisionId,
  ConcernId,
  ConcernPersonId,
  ConcernPickUpId,
  SubjectId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import { RUNNING } from '#core/clocks/queries.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { Nation } from '#vocabulary/nations.ts'

/**
 * From here on this transaction alone decides on the concern; another waits for its end and then sees what it did. Two
 * people deciding on two siblings at once would otherwise each see only their own, and neither would close it.
 */
export async function waitForTurn(tx: ScopedTx, concernId: ConcernId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${concernId}, 0))`.execute(tx)
}

/** The concern as the receiving agency reads it, or undefined when the viewer may not know of it. */
export const concernById = (tx: ScopedTx, id: ConcernId) =>
  tx.selectFrom('concern').selectAll().where('id', '=', id).executeTakeFirst()

export const childrenOn = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernChild')
    .select(['id', 'position', 'called'])
    .where('subject', '=', concernId)
    .orderBy('position')
    .execute()

/** The adults around the children and the other people on a concern, by repeat and in their order. */
export const othersOn = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernOther')
    .select(['id', 'each', 'position', 'called'])
    .where('subject', '=', concernId)
    .orderBy('each')
    .orderBy('position')
    .execute()

export const answersOn = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernAnswer')
    .select(['concernChildId', 'concernOtherId', 'question', 'category', 'value', 'absence'])
    .where('subject', '=', concernId)
    .execute()

export const pickUpOf = (tx: ScopedTx, concernId: ConcernId, agency: AgencyId) =>
  tx
    .selectFrom('concernPickUp')
    .select(['takenBy', 'takenByName', 'takenAt'])
    .where('subject', '=', concernId)
    .where('ownerAgency', '=', agency)
    .where('putDownAt', 'is', null)
    .executeTakeFirst()

/** It is in nobody's hand from now on. Who had it stays in the history. */
export const putDown = (tx: ScopedTx, of: { subject: ConcernId; agency: AgencyId; at: Date }) =>
  tx
    .updateTable('concernPickUp')
    .set({ putDownAt: of.at })
    .where('subject', '=', of.subject)
    .where('ownerAgency', '=', of.agency)
    .where('putDownAt', 'is', null)
    .execute()

/** The decisions on a concern's children, in the order in which they were made. */
export const decisionsOn = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernDecision')
    .selectAll()
    .where('subject', '=', concernId)
    .orderBy('decidedAt')
    .orderBy('id')
    .execute()

export interface NewPickUp {
  readonly id: ConcernPickUpId
  readonly ownerAgency: AgencyId
  readonly subject: SubjectId
  readonly takenBy: UserAccountId
  readonly takenByName: string
  readonly takenAt: Date
}

/** @returns whether it is theirs now: the first has it, or whoever comes after one who has stepped outside, left or put it down */
export async function insertPickUp(tx: ScopedTx, pickUp: NewPickUp): Promise<boolean> {
  const inserted = await tx
    .insertInto('concernPickUp')
    .values({ ...pickUp, category: 'concern', since: pickUp.takenAt })
    .onConflict(on =>
      on
        .columns(['subject', 'ownerAgency'])
        .doUpdateSet({
          takenBy: pickUp.takenBy,
          takenByName: pickUp.takenByName,
          takenAt: pickUp.takenAt,
          putDownAt: null,
        })
        .where(
          sql<boolean>`concern_pick_up.put_down_at is not null
            or access.is_outside(concern_pick_up.subject, concern_pick_up.taken_by)`,
        ),
    )
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export interface NewDecision {
  readonly id: ConcernDecisionId
  readonly ownerAgency: AgencyId
  readonly subject: SubjectId
  readonly concernChildId: ConcernChildId
  readonly outcomes: string[]
  readonly reasons: string
  readonly state: 'awaiting-agreement' | 'made'
  readonly decidedBy: UserAccountId
  readonly decidedByName: string
  readonly decidedAt: Date
}

/**
 * Writes the decision on one child unless one stands already. One that a supervisor sent back is written over;
 * its former version stays in the history.
 *
 * @returns whether it was written
 */
export async function writeDecision(tx: ScopedTx, decision: NewDecision): Promise<boolean> {
  const { id, ownerAgency, subject, concernChildId, ...says } = decision
  const written = await tx
    .insertInto('concernDecision')
    .values({ ...decision, category: 'concern', since: decision.decidedAt })
    .onConflict(on =>
      on
        .columns(['concernChildId', 'ownerAgency'])
        .doUpdateSet({ ...says, agreedBy: null, agreedByName: null, agreedAt: null, agreementNote: null })
        .where('concernDecision.state', '=', 'sent-back'),
    )
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

export const setAgreement = (
  tx: ScopedTx,
  id: ConcernDecisionId,
  agreement: {
    state: 'made' | 'sent-back'
    agreedBy: UserAccountId
    agreedByName: string
    agreedAt: Date
    agreementNote: string | null
  },
) =>
  tx
    .updateTable('concernDecision')
    .set(agreement)
    .where('id', '=', id)
    .where('state', '=', 'awaiting-agreement')
    .returning('id')
    .executeTakeFirst()

/** What may be ticked in a nation on a day, in the order in which it is offered. */
export const outcomesOn = (tx: ScopedTx, nation: Nation, day: PlainDate) =>
  tx
    .selectFrom('decisionOutcome')
    .select(['code', 'label', 'noFurtherAction'])
    .where('nation', '=', nation)
    .where('offered', '=', true)
    .where('fromDay', '<=', day)
    .where(eb => eb.or([eb('toDay', 'is', null), eb('toDay', '>=', day)]))
    .orderBy('position')
    .execute()

export const recordsLinked = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernPerson')
    .select(['concernChildId', 'subject'])
    .where('concernId', '=', concernId)
    .execute()

export const runningClock = (tx: ScopedTx, concernId: ConcernId, of: { agency: AgencyId; kind: string }) =>
  tx
    .selectFrom('clock')
    .select('dueAt')
    .where('subject', '=', concernId)
    .where('ownerAgency', '=', of.agency)
    .where('kind', '=', of.kind)
    .where('state', '=', RUNNING)
    .executeTakeFirst()

export const insertLink = (
  tx: ScopedTx,
  link: {
    id: ConcernPersonId
    ownerAgency: AgencyId
    subject: SubjectId
    concernId: ConcernId
    concernChildId: ConcernChildId
    linkedBy: UserAccountId
    linkedAt: Date
  },
) =>
  tx
    .insertInto('concernPerson')
    .values({ ...link, category: 'identity', since: link.linkedAt })
    .onConflict(on =>
      on
        .columns(['concernChildId', 'ownerAgency'])
        .doUpdateSet({ subject: link.subject, linkedBy: link.linkedBy, linkedAt: link.linkedAt }),
    )
    .execute()
