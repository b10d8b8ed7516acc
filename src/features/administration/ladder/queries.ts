import type { AreaId, PartnershipId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { Nation } from '#vocabulary/nations.ts'

/** One step by which a disagreement between professionals goes up: whose it is, who answers it here, and for how long. */
export interface LadderStep {
  readonly position: number
  readonly who: string
  readonly answers: 'decide-concern' | 'supervise'
  readonly workingDays: number
}

export interface SourcedStep extends LadderStep {
  readonly source: string
  readonly status: 'confirmed' | 'to be confirmed'
}

const columns = ['position', 'who', 'answers', 'workingDays', 'source', 'status'] as const

export const stepsOfPartnership = (tx: ScopedTx, id: PartnershipId): Promise<SourcedStep[]> =>
  tx
    .selectFrom('partnershipLadderStep')
    .select(columns)
    .where('partnershipId', '=', id)
    .orderBy('position')
    .execute()

export const stepsOfNation = (tx: ScopedTx, nation: Nation): Promise<SourcedStep[]> =>
  tx.selectFrom('nationLadderStep').select(columns).where('nation', '=', nation).orderBy('position').execute()

/** The steps that hold in an area: its partnership's own, or until there are any its nation's. */
export async function ladderFor(tx: ScopedTx, areaId: AreaId): Promise<SourcedStep[]> {
  const area = await tx
    .selectFrom('area')
    .select(['partnershipId', 'nation'])
    .where('id', '=', areaId)
    .executeTakeFirstOrThrow()
  const own = await stepsOfPartnership(tx, area.partnershipId)
  return own.length > 0 ? own : stepsOfNation(tx, area.nation)
}

export async function replaceSteps(
  tx: ScopedTx,
  partnershipId: PartnershipId,
  steps: readonly SourcedStep[],
): Promise<void> {
  await tx.deleteFrom('partnershipLadderStep').where('partnershipId', '=', partnershipId).execute()
  if (steps.length > 0)
    await tx
      .insertInto('partnershipLadderStep')
      .values(steps.map(step => ({ ...step, partnershipId })))
      .execute()
}
