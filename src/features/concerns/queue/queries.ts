import type { AgencyId, ConcernId, UserAccountId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { countClocks, RUNNING } from '#core/clocks/queries.ts'

/**
 * The open concerns of a receiving agency, each with what its children are called: danger first, then late, then due.
 * Driven by the clock's own index, so that the policies are asked about the fifty that are shown and not about all.
 */
export async function openConcerns(
  tx: ScopedTx,
  agency: AgencyId,
  window: { offset: number; limit: number; viewer: UserAccountId },
) {
  const { viewer } = window
  const shown = tx
    .selectFrom('clock')
    .innerJoin('concern', 'concern.id', 'clock.subject')
    .innerJoin('area', 'area.id', 'concern.areaId')
    .innerJoin('agency', 'agency.id', 'concern.ownerAgency')
    .leftJoin('concernPickUp', join =>
      join
        .onRef('concernPickUp.subject', '=', 'concern.id')
        .onRef('concernPickUp.ownerAgency', '=', 'clock.ownerAgency'),
    )
    .select([
      'concern.id',
      'concern.reference',
      'concern.dangerNow',
      'concern.sentAt',
      'clock.urgent',
      'clock.dueAt',
      'clock.id as clockId',
      'agency.name as raisedByAgency',
      'concern.referrerKind',
      'concern.sentByRole',
      'area.name as areaName',
      'concernPickUp.takenByName',
    ])
    .where('clock.ownerAgency', '=', agency)
    .where('clock.state', '=', RUNNING)
    .where('clock.kind', '=', 'concern.decide')
    // Whoever sent a sealed concern can see it, and it is not theirs to decide.
    .where(({ or, eb }) =>
      or([eb('concern.sealed', '=', false), eb('concern.sentBy', 'is distinct from', viewer)]),
    )
    .orderBy('clock.urgent', 'desc')
    .orderBy('clock.dueAt')
    .orderBy('clock.id')
    .offset(window.offset)
    .limit(window.limit)
    .as('shown')
  const rows = await tx
    .selectFrom(shown)
    .leftJoin('concernChild', 'concernChild.subject', 'shown.id')
    .selectAll('shown')
    .select('concernChild.called')
    .orderBy('shown.urgent', 'desc')
    .orderBy('shown.dueAt')
    .orderBy('shown.clockId')
    .orderBy('concernChild.position')
    .execute()
  return [...Map.groupBy(rows, row => row.id).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, children: [first, ...others].flatMap(row => row.called ?? []) }] : [],
  )
}

/** How many they are, counted no further than `most`. */
export const countOpen = (tx: ScopedTx, agency: AgencyId, most: number): Promise<number> =>
  countClocks(tx, { agency, kinds: ['concern.decide'], most })

export const childrenNamedOn = (tx: ScopedTx, concernIds: readonly ConcernId[]) =>
  concernIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('concernChild')
        .select(['subject', 'called', 'position'])
        .where('subject', 'in', concernIds)
        .orderBy('position')
        .execute()
