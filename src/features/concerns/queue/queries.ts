import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { countClocks } from '#core/clocks/queries.ts'

/**
 * The open concerns of a receiving agency: danger first, then late, then due. Driven by the clock's own index, so
 * that the policies are asked about the fifty that are shown and not about all.
 */
export const openConcerns = (tx: ScopedTx, agency: string, window: { offset: number; limit: number }) =>
  tx
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
      'clock.dueAt',
      'agency.name as raisedByAgency',
      'area.name as areaName',
      'concernPickUp.takenByName',
    ])
    .where('clock.ownerAgency', '=', agency)
    .where('clock.state', '=', 'running')
    .where('clock.kind', '=', 'concern.decide')
    .orderBy('clock.urgent', 'desc')
    .orderBy('clock.dueAt')
    .orderBy('clock.id')
    .offset(window.offset)
    .limit(window.limit)
    .execute()

/** How many they are, counted no further than `most`. */
export const countOpen = (tx: ScopedTx, agency: string, most: number): Promise<number> =>
  countClocks(tx, { agency, kinds: ['concern.decide'], most })

export const childrenNamedOn = (tx: ScopedTx, concernIds: readonly string[]) =>
  concernIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('concernChild')
        .select(['subject', 'called', 'position'])
        .where('subject', 'in', concernIds)
        .orderBy('position')
        .execute()
