import { sql } from 'kysely'
import type { AgencyId, MissingEpisodeId, SubjectId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** Of these episodes those that are open and that nobody of an agency is on. */
export const stillUntaken = (tx: ScopedTx, episodes: readonly MissingEpisodeId[], agency: AgencyId) =>
  tx
    .selectFrom('missingEpisode')
    .select(['missingEpisode.id', 'reference'])
    .where('missingEpisode.id', 'in', episodes)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('missingEntry')
            .select('missingEntry.id')
            .whereRef('missingEntry.episodeId', '=', 'missingEpisode.id')
            .where('missingEntry.kind', '=', 'on-it')
            .where('missingEntry.ownerAgency', '=', agency)
            .where(sql<boolean>`not access.is_outside(missing_entry.episode_id, missing_entry.said_by)`),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('missingEnding')
            .select('missingEnding.id')
            .whereRef('missingEnding.episodeId', '=', 'missingEpisode.id'),
        ),
      ),
    )
    .orderBy('missingEpisode.id')
    .execute()

/** Of these subjects those of which the viewer was told something since a moment. */
export const toldSince = async (
  tx: ScopedTx,
  of: { kind: string; subjects: readonly SubjectId[]; since: Date },
): Promise<SubjectId[]> =>
  (
    await tx
      .selectFrom('notice')
      .select('subject')
      .distinct()
      .where('kind', '=', of.kind)
      .where('subject', 'in', of.subjects)
      .where('saidAt', '>', of.since)
      .orderBy('subject')
      .execute()
  ).map(row => row.subject)
