import { sql } from 'kysely'
import type { AgencyId, DisagreementId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { LadderStep } from '#features/administration/public.ts'
import type { Nation } from '#vocabulary/nations.ts'
import type { AnswerGiven } from './standing.ts'

/** What the worker, in its own role, may read of a disagreement: by what steps it goes up, and when. */
export async function toGoUp(tx: ScopedTx, id: DisagreementId) {
  const raised = await sql<{
    toAgency: AgencyId
    toTeam: TeamId
    nation: Nation
    steps: readonly LadderStep[]
    raisedAt: Date
  }>`select to_agency, to_team, nation, steps, raised_at from disagreement where id = ${id}`.execute(tx)
  const answers = await sql<AnswerGiven>`
    select position, outcome, answered_at from disagreement_answer where disagreement_id = ${id}`.execute(tx)
  const [one] = raised.rows
  return one ? { ...one, answers: answers.rows } : null
}

/** Whoever raised it, who is told when a step was not answered. */
export async function raisedBy(tx: ScopedTx, id: DisagreementId): Promise<UserAccountId | undefined> {
  const found = await sql<{ raisedBy: UserAccountId }>`
    select raised_by from disagreement where id = ${id}`.execute(tx)
  return found.rows[0]?.raisedBy
}
