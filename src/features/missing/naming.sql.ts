import type { MissingEpisodeId, PersonRecordId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const calledOf = (tx: ScopedTx, episodes: readonly MissingEpisodeId[]) =>
  tx.selectFrom('missingEpisode').select(['id', 'called']).where('id', 'in', episodes).orderBy('id').execute()

/** The episodes that are joined to a person record, or to a concern whose child is: under each of them it is that person who is looked at. */
export const episodesNaming = async (
  tx: ScopedTx,
  personRecordId: PersonRecordId,
): Promise<MissingEpisodeId[]> =>
  (
    await tx
      .selectFrom('missingPerson')
      .select('episodeId')
      .where('subject', '=', personRecordId)
      .union(
        tx
          .selectFrom('missingConcern')
          .innerJoin('concernPerson', 'concernPerson.concernChildId', 'missingConcern.concernChildId')
          .select('missingConcern.episodeId')
          .where('concernPerson.subject', '=', personRecordId),
      )
      .orderBy('episodeId')
      .execute()
  ).map(row => row.episodeId)
