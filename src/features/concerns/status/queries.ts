import type { ConcernId, UserAccountId } from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { STEPS } from './steps.ts'

/** Steps said at one moment come in this order. */
const inOrder = sql`array_position(${sql.lit(`{${STEPS.join(',')}}`)}::text[], concern_reply.step)`

/** Concerns that this person raised, newest first, with the last thing they have heard. */
export const raisedBy = (tx: ScopedTx, userId: UserAccountId, window: { offset: number; limit: number }) =>
  tx
    .selectFrom('concern')
    .select(['concern.id', 'reference', 'sentAt', 'dangerNow', 'areaId'])
    .select(({ selectFrom }) =>
      selectFrom('concernReply')
        .select('step')
        .whereRef('concernReply.concernId', '=', 'concern.id')
        .orderBy('saidAt', 'desc')
        .orderBy(inOrder, 'desc')
        .limit(1)
        .as('step'),
    )
    .where('sentBy', '=', userId)
    .orderBy('sentAt', 'desc')
    .orderBy('id', 'desc')
    .offset(window.offset)
    .limit(window.limit)
    .execute()

/** How many they are, counted no further than `most`. */
export const countRaised = async (tx: ScopedTx, userId: UserAccountId, most: number): Promise<number> => {
  const { counted } = await tx
    .selectFrom(tx.selectFrom('concern').select('id').where('sentBy', '=', userId).limit(most).as('some'))
    .select(({ fn }) => fn.countAll<number>().as('counted'))
    .executeTakeFirstOrThrow()
  return counted
}

export const sentConcern = (tx: ScopedTx, id: ConcernId) =>
  tx
    .selectFrom('concern')
    .select([
      'id',
      'reference',
      'ownerAgency',
      'areaId',
      'dangerNow',
      'spokenTo',
      'reachedNobody',
      'sealed',
      'sentAt',
      'sentBy',
      'sentByName',
      'keepName',
    ])
    .where('id', '=', id)
    // What was sent without an account was raised by no agency.
    .where('sentBy', 'is not', null)
    .executeTakeFirst()

export const repliesTo = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernReply')
    .leftJoin('area', 'area.id', 'concernReply.areaId')
    .select(['step', 'outcomes', 'saidAt', 'area.name as areaName'])
    .where('concernId', '=', concernId)
    .orderBy('saidAt')
    .orderBy(inOrder)
    .execute()

/** Whether the worker has told the sender that nobody has opened it. */
export const toldNobodyYet = async (
  tx: ScopedTx,
  concernId: ConcernId,
  userId: UserAccountId,
): Promise<boolean> => {
  const told = await tx
    .selectFrom('notice')
    .select('id')
    .where('subject', '=', concernId)
    .where('toUser', '=', userId)
    .where('kind', '=', 'concern.nobody-yet')
    .executeTakeFirst()
  return told !== undefined
}

export const outcomeLabels = async (tx: ScopedTx): Promise<Map<string, string>> => {
  const outcomes = await tx.selectFrom('decisionOutcome').select(['code', 'label']).execute()
  return new Map(outcomes.map(one => [one.code, labelIn(one.label)]))
}

export const labelIn = (label: unknown): string =>
  typeof label === 'object' && label !== null && 'en' in label ? String(label.en) : ''
