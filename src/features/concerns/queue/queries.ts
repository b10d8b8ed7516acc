import { sql } from 'kysely'
import type { AgencyId, ConcernId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { countClocks, RUNNING } from '#core/clocks/queries.ts'
import { DECIDE_CHILD, DECIDING } from '../clock-kinds.ts'

/**
 * The open concerns of a receiving agency, or of some of its teams, and the parts of them that are with someone of their own,
 * each with what its children are called: danger first, then late, then due.
 * Driven by the clock's own index, so that the policies are asked about the fifty that are shown and not about all.
 */
export async function openConcerns(
  tx: ScopedTx,
  agency: AgencyId,
  window: { offset: number; limit: number; viewer: UserAccountId; teams?: readonly TeamId[] | undefined },
) {
  const { viewer, teams } = window
  const shown = tx
    .selectFrom('clock')
    .innerJoin('concern', 'concern.id', 'clock.subject')
    .innerJoin('area', 'area.id', 'concern.areaId')
    .innerJoin('agency', 'agency.id', 'concern.ownerAgency')
    .leftJoin('concernPickUp', join =>
      join
        .onRef('concernPickUp.subject', '=', 'concern.id')
        .onRef('concernPickUp.ownerAgency', '=', 'clock.ownerAgency')
        .on('concernPickUp.putDownAt', 'is', null),
    )
    .leftJoin('team', 'team.id', 'clock.teamId')
    // A part is in the hand of whoever its clock names.
    .leftJoin('userAccount as owner', join =>
      join.onRef('owner.id', '=', 'clock.userId').on('clock.part', 'is not', null),
    )
    .select([
      'concern.id',
      'concern.reference',
      'concern.sentAt',
      'clock.urgent',
      'clock.dueAt',
      'clock.id as clockId',
      'agency.name as raisedByAgency',
      'concern.referrerKind',
      'concern.sentByRole',
      'area.name as areaName',
      'clock.part',
      'team.name as teamName',
    ])
    .select(({ eb, ref }) =>
      eb
        .case()
        .when('clock.part', 'is', null)
        .then(ref('concernPickUp.takenByName'))
        .else(ref('owner.name'))
        .end()
        .as('takenByName'),
    )
    .where('clock.ownerAgency', '=', agency)
    .where('clock.state', '=', RUNNING)
    .where('clock.kind', 'in', DECIDING)
    .$if(teams !== undefined, open => open.where('clock.teamId', 'in', teams ?? []))
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
    .leftJoin('concernChild', join =>
      join
        .onRef('concernChild.subject', '=', 'shown.id')
        .on(({ or, eb, ref }) =>
          or([eb('shown.part', 'is', null), eb(sql.ref('shown.part'), '=', ref('concernChild.id'))]),
        ),
    )
    .selectAll('shown')
    .select('concernChild.called')
    .orderBy('shown.urgent', 'desc')
    .orderBy('shown.dueAt')
    .orderBy('shown.clockId')
    .orderBy('concernChild.position')
    .execute()
  return [...Map.groupBy(rows, row => row.clockId).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, children: [first, ...others].flatMap(row => row.called ?? []) }] : [],
  )
}

/** How many they are, counted no further than `most`. */
export const countOpen = (tx: ScopedTx, agency: AgencyId, most: number): Promise<number> =>
  countClocks(tx, { agency, kinds: DECIDING, most })

export const childrenNamedOn = (tx: ScopedTx, concernIds: readonly ConcernId[]) =>
  concernIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('concernChild')
        .select(['subject', 'called', 'position'])
        .where('subject', 'in', concernIds)
        .orderBy('position')
        .execute()

/** The children whose part of these concerns is with someone of their own: with this viewer or nobody, or where there is none, with others. */
export async function partsNamed(
  tx: ScopedTx,
  concernIds: readonly ConcernId[],
  viewer: { readonly id: UserAccountId; readonly agencyId: AgencyId },
): Promise<{ subject: ConcernId; called: string }[]> {
  const parts = await tx
    .selectFrom('clock')
    .innerJoin('concernChild', join =>
      join.on(({ eb, ref }) => eb(sql.ref('clock.part'), '=', ref('concernChild.id'))),
    )
    .innerJoin('concern', 'concern.id', 'concernChild.subject')
    .select(['concern.id as subject', 'concernChild.called', 'clock.userId'])
    .where('clock.subject', 'in', concernIds)
    .where('clock.ownerAgency', '=', viewer.agencyId)
    .where('clock.kind', '=', DECIDE_CHILD)
    .where('clock.state', '=', RUNNING)
    .orderBy('concernChild.position')
    .execute()
  return [...Map.groupBy(parts, part => part.subject)].map(([subject, all]) => {
    const near = all.filter(part => part.userId === viewer.id || part.userId === null)
    return { subject, called: (near.length > 0 ? near : all).map(part => part.called).join(', ') }
  })
}
