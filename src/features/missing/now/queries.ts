import { sql } from 'kysely'
import type { AgencyId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { RUNNING } from '#core/clocks/queries.ts'
import { LOOK, NOT_GRADED } from '../clock.ts'

/**
 * The children who are missing now and of whom the viewer may know, with when their agency looks next: where nobody there could
 * have that on a list it is not said. By what the police graded last, then longest unseen.
 */
export const missingNow = (tx: ScopedTx, agency: AgencyId, window: { offset: number; limit: number }) =>
  tx
    .selectFrom('missingEpisode')
    .leftJoin('clock', join =>
      join
        .onRef('clock.subject', '=', 'missingEpisode.id')
        .on('clock.ownerAgency', '=', agency)
        .on('clock.kind', '=', LOOK)
        .on('clock.state', '=', RUNNING),
    )
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
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('missingEnding')
            .select('missingEnding.id')
            .whereRef('missingEnding.episodeId', '=', 'missingEpisode.id'),
        ),
      ),
    )
    .orderBy('missingGrade.position')
    .orderBy('lastSeenAt')
    .orderBy('missingEpisode.id')
    .offset(window.offset)
    .limit(window.limit)
    .execute()
