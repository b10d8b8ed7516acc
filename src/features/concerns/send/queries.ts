import type { OwningAct } from '#core/access/act.ts'
import type {
  AreaId,
  ConcernAnswerId,
  ConcernChildId,
  ConcernId,
  ConcernOtherId,
  ConcernReplyId,
} from '#core/access/generated/tables.ts'
import { grant, type Grantee } from '#core/access/grants.ts'
import { seal } from '#core/access/named-people.sql.ts'
import type { Answer } from '#features/standard/public.ts'
import type { Step } from '../status/steps.ts'
import { CHILD, type Part, type WholeConcern } from '../reading.ts'
import type { ConcernRow } from './service.ts'

export async function insertConcern(act: OwningAct, concern: ConcernRow, whole: WholeConcern): Promise<void> {
  const { tx, world } = act
  await tx.insertInto('concern').values(concern).execute()
  const owned = { ownerAgency: concern.ownerAgency, subject: concern.id, since: concern.since }
  const parts = whole.parts.map(part => ({ ...part, ...idsOf(act, part) }))
  const rowOf = ({ position, called }: Part) => ({ position, called, ...owned })
  const children = parts.flatMap(part =>
    part.concernChildId ? [{ id: part.concernChildId, ...rowOf(part), category: 'identity' as const }] : [],
  )
  const others = parts.flatMap(part =>
    part.concernOtherId
      ? [{ id: part.concernOtherId, each: part.each, ...rowOf(part), category: 'concern' as const }]
      : [],
  )
  if (children.length > 0) await tx.insertInto('concernChild').values(children).execute()
  if (others.length > 0) await tx.insertInto('concernOther').values(others).execute()
  const answerRow = (answer: Answer, of: AnswerOf) => ({
    id: world.uuid<ConcernAnswerId>(),
    ...owned,
    ...of,
    question: answer.question,
    category: answer.category,
    value: answer.value === null ? null : JSON.stringify(answer.value),
    absence: answer.absence,
  })
  await tx
    .insertInto('concernAnswer')
    .values([
      ...whole.answers.map(answer => answerRow(answer, { concernChildId: null, concernOtherId: null })),
      ...parts.flatMap(({ answers, concernChildId, concernOtherId }) =>
        answers.map(answer => answerRow(answer, { concernChildId, concernOtherId })),
      ),
    ])
    .execute()
}

/** Of whom an answer is: of the whole concern, of one child or of one other person. */
interface AnswerOf {
  readonly concernChildId: ConcernChildId | null
  readonly concernOtherId: ConcernOtherId | null
}

const idsOf = (act: OwningAct, part: Part): AnswerOf =>
  part.each === CHILD
    ? { concernChildId: act.world.uuid<ConcernChildId>(), concernOtherId: null }
    : { concernChildId: null, concernOtherId: act.world.uuid<ConcernOtherId>() }

/**
 * Says one step to the agency that raised the concern: a record of its own that opens nothing else. Owned by
 * whoever says it.
 */
export async function insertReply(
  act: OwningAct,
  reply: {
    concernId: ConcernId
    step: Step
    outcomes: readonly string[]
    /** Of one that is passed on: where it is now. */
    area?: AreaId
    /** Whoever raised it, where another agency says it. */
    to?: Grantee
    /** Of a sealed concern: the one person who hears. Nobody else is to know that there is something to hear. */
    only?: Grantee
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
      areaId: reply.area ?? null,
      saidAt: now,
    })
    .execute()
  const to = reply.only ?? reply.to
  if (to) {
    const source = { kind: 'reply', id: reply.concernId } as const
    await grant(act, to, { subject: id, categories: ['concern'], source })
  }
  if (reply.only) await seal(act, id, 'works-with-children')
}
