import type { ConcernId, MissingEpisodeId, PersonRecordId } from '#core/access/generated/tables.ts'
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

/** What was opened from a concern, for whoever may know of the concern. */
export const episodesFrom = async (tx: ScopedTx, concernId: ConcernId): Promise<MissingEpisodeId[]> =>
  (
    await tx
      .selectFrom('missingConcern')
      .select('episodeId')
      .where('subject', '=', concernId)
      .orderBy('id')
      .execute()
  ).map(row => row.episodeId)

/** Episodes joined to a person record: to itself, or to a concern that is joined to it. */
export const episodesAbout = (tx: ScopedTx, personId: PersonRecordId, limit: number) =>
  tx
    .selectFrom('missingEpisode')
    .leftJoin('missingEnding', 'missingEnding.episodeId', 'missingEpisode.id')
    .select([
      'missingEpisode.id',
      'missingEpisode.reference',
      'lastSeenAt',
      'lastSeenExact',
      'lastSeenWhere',
      'openedAt',
      'openedByName',
      'missingEnding.kind as ended',
      'missingEnding.saidAt as endedAt',
      'missingEnding.foundAt',
    ])
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('missingPerson')
            .select('missingPerson.id')
            .whereRef('missingPerson.episodeId', '=', 'missingEpisode.id')
            .where('missingPerson.subject', '=', personId),
        ),
        exists(
          selectFrom('missingConcern')
            .innerJoin('concernPerson', 'concernPerson.concernChildId', 'missingConcern.concernChildId')
            .select('missingConcern.id')
            .whereRef('missingConcern.episodeId', '=', 'missingEpisode.id')
            .where('concernPerson.subject', '=', personId),
        ),
      ]),
    )
    .orderBy('openedAt', 'desc')
    .orderBy('missingEpisode.id', 'desc')
    .limit(limit)
    .execute()
