import type { Act } from '#core/access/act.ts'
import type { DisagreementId, SubjectId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { NextClock, WorkItem, WorkKind } from '#core/manifest/feature.ts'
import { mayDecide, maySupervise } from '../policy.ts'
import { words } from '../words.ts'
import { raisedBy, toGoUp } from './going-up.sql.ts'
import { disagreementsOf, DISAGREED, WENT_UP } from './queries.ts'
import { openStep, stepsReached } from './standing.ts'

const describe = async (
  act: Act,
  subjects: readonly DisagreementId[],
): Promise<ReadonlyMap<SubjectId, WorkItem>> =>
  new Map(
    (await disagreementsOf(act.tx, subjects)).map(({ id, reference }) => [
      id,
      {
        title: words.disagreementOn(reference),
        action: 'Answer it',
        href: `/concerns/disagreements/${id}`,
      },
    ]),
  )

/** A step that is not answered in time goes up by itself; the last one waits. */
async function goesUpTo(
  tx: ScopedTx,
  late: { subject: DisagreementId; dueAt: Date },
  now: Date,
): Promise<NextClock | null> {
  const raised = await toGoUp(tx, late.subject)
  const step = raised && openStep(stepsReached(raised, raised.answers, now))
  if (!step || step.dueAt.getTime() === late.dueAt.getTime()) return null
  return {
    kind: step.answers === 'supervise' ? WENT_UP : DISAGREED,
    team: raised.toTeam,
    startedAt: step.from,
    dueAt: step.dueAt,
  }
}

const alsoTellWhenLate = async (tx: ScopedTx, subject: DisagreementId) => {
  const toUser = await raisedBy(tx, subject)
  return toUser ? { toUser, kind: 'concern.disagreement-late' } : null
}

export const disagreementWork: readonly WorkKind[] = [
  { kind: DISAGREED, may: mayDecide, describe, goesUpTo, alsoTellWhenLate },
  { kind: WENT_UP, may: maySupervise, describe, goesUpTo, alsoTellWhenLate },
]
