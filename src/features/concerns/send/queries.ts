import type { Act } from '#core/access/act.ts'
import type {
  AgencyId,
  ConcernAnswerId,
  ConcernChildId,
  ConcernId,
  ConcernReplyId,
} from '#core/access/generated/tables.ts'
import { grant } from '#core/access/grants.ts'
import type { Answer } from '#features/standard/public.ts'
import type { WholeConcern } from '../reading.ts'
import type { ConcernRow } from './service.ts'

export async function insertConcern(act: Act, concern: ConcernRow, whole: WholeConcern): Promise<void> {
  const { tx, world } = act
  await tx.insertInto('concern').values(concern).execute()
  const owned = { ownerAgency: concern.ownerAgency, subject: concern.id, since: concern.since }
  const children = whole.children.map(child => ({ id: world.uuid<ConcernChildId>(), ...child }))
  if (children.length > 0) {
    await tx
      .insertInto('concernChild')
      .values(
        children.map(({ id, position, called }) => ({
          id,
          position,
          called,
          ...owned,
          category: 'identity' as const,
        })),
      )
      .execute()
  }
  const rowOf = (answer: Answer, concernChildId: ConcernChildId | null) => ({
    id: world.uuid<ConcernAnswerId>(),
    ...owned,
    concernChildId,
    question: answer.question,
    category: answer.category,
    value: answer.value === null ? null : JSON.stringify(answer.value),
    absence: answer.absence,
  })
  await tx
    .insertInto('concernAnswer')
    .values([
      ...whole.answers.map(answer => rowOf(answer, null)),
      ...children.flatMap(child => child.answers.map(answer => rowOf(answer, child.id))),
    ])
    .execute()
}

/**
 * Says one step to the agency that raised the concern: a record of its own that opens nothing else. Owned by
 * whoever says it.
 */
export async function insertReply(
  act: Act,
  reply: {
    concernId: ConcernId
    step: 'received' | 'picked-up' | 'decided'
    outcomes: readonly string[]
    raisedBy?: AgencyId
  },
): Promise<void> {
  const id = act.world.uuid<ConcernReplyId>()
  const now = act.world.now()
  await act.tx
    .insertInto('concernReply')
    .values({
      id,
      subject: id,
      ownerAgency: act.viewer.agencyId,
      category: 'concern',
      since: now,
      concernId: reply.concernId,
      step: reply.step,
      outcomes: [...reply.outcomes],
      saidAt: now,
    })
    .execute()
  if (reply.raisedBy && reply.raisedBy !== act.viewer.agencyId) {
    await grant(
      act,
      { kind: 'agency', id: reply.raisedBy },
      { subject: id, categories: ['concern'], source: { kind: 'reply', id: reply.concernId } },
    )
  }
}
