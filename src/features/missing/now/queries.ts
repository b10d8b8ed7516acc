import { sql } from 'kysely'
import type { AgencyId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { RUNNING } from '#core/clocks/queries.ts'
import { LOOK, NOT_GRADED } from '../clock.ts'

/**
 * The children who are missing now and for whom an agency looks: each has a running clock there. By what the police graded
 * last, then longest unseen.
 */
export const missingNow = (tx: ScopedTx, agency: AgencyId, window: { offset: number; limit: number }) =>
  tx
    .selectFrom('clock')
    .innerJoin('missingEpisode', 'missingEpisode.id', 'clock.subject')
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('missingEntry')
          .select('grade')
          .whereRef('episodeId', '=', 'missingEpisode.id')
          .where('kind', '=', 'graded')
          .orderBy('saidAt', 'desc')
          .orderBy('id', 'desc')
          .limit(1)
          .as('latest'),
      join => join.onTrue(),
    )
    .innerJoin('missingGrade', join =>
      join.on('missingGrade.code', '=', sql`coalesce(latest.grade, ${NOT_GRADED})`),
    )
    .select([
      'missingEpisode.id',
      'missingEpisode.reference',
      'called',
      'bornFrom',
      'bornTo',
      'lastSeenAt',
      'lastSeenExact',
      'lastSeenWhere',
      'clock.dueAt',
    ])
    .where('clock.ownerAgency', '=', agency)
    .where('clock.kind', '=', LOOK)
    .where('clock.state', '=', RUNNING)
    .orderBy('missingGrade.position')
    .orderBy('lastSeenAt')
    .orderBy('missingEpisode.id')
    .offset(window.offset)
    .limit(window.limit)
    .execute()
