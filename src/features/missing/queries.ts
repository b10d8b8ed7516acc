import { sql, type Insertable } from 'kysely'
import type {
  AgencyId,
  ConcernId,
  MissingConcern,
  MissingEnding,
  MissingEntry,
  MissingEpisode,
  MissingEpisodeId,
  MissingPerson,
  SubjectId,
} from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'

/** From here on this transaction alone changes the episode; another waits for its end and then sees what it did. */
export async function waitForTurn(tx: ScopedTx, id: MissingEpisodeId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx)
}

export const agencyKind = async (tx: ScopedTx, id: AgencyId): Promise<string> =>
  (await tx.selectFrom('agency').select('kind').where('id', '=', id).executeTakeFirst())?.kind ?? ''

export const episodeById = (tx: ScopedTx, id: MissingEpisodeId) =>
  tx
    .selectFrom('missingEpisode')
    .innerJoin('agency', 'agency.id', 'missingEpisode.ownerAgency')
    .innerJoin('area', 'area.id', 'missingEpisode.areaId')
    .selectAll('missingEpisode')
    .select(['agency.name as openedByAgency', 'area.name as area', 'area.receivingAgency'])
    .where('missingEpisode.id', '=', id)
    .executeTakeFirst()

/** Children who are missing now and are called so, as far as the viewer may know of them: one of them may be this one. */
export const openAndCalled = (tx: ScopedTx, called: string) =>
  tx
    .selectFrom('missingEpisode')
    .leftJoin('missingEnding', 'missingEnding.episodeId', 'missingEpisode.id')
    .select(['missingEpisode.id', 'missingEpisode.reference', 'called', 'bornFrom', 'bornTo'])
    .where('missingEnding.id', 'is', null)
    .where(sql`lower(called)`, '=', called.trim().toLowerCase())
    .orderBy('missingEpisode.id')
    .execute()

export const endingOf = (tx: ScopedTx, id: MissingEpisodeId) =>
  tx.selectFrom('missingEnding').selectAll().where('episodeId', '=', id).executeTakeFirst()

/** What was said since, newest first, with whose it is. */
export const entriesOn = (tx: ScopedTx, episodes: readonly MissingEpisodeId[]) =>
  episodes.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('missingEntry')
        .innerJoin('agency', 'agency.id', 'missingEntry.ownerAgency')
        .selectAll('missingEntry')
        .select(['agency.name as agencyName', 'agency.kind as agencyKind'])
        // Whoever stepped outside it, or left, is on it no more.
        .select(
          sql<boolean>`missing_entry.kind = 'on-it'
            and access.is_outside(missing_entry.episode_id, missing_entry.said_by)`.as('isGone'),
        )
        .where('episodeId', 'in', episodes)
        .orderBy('saidAt', 'desc')
        .orderBy('missingEntry.id', 'desc')
        .execute()

/** Also those that have ended: what was said by them is still shown. */
export const gradesAll = (tx: ScopedTx) =>
  tx.selectFrom('missingGrade').selectAll().orderBy('position').execute()

export const wordsAll = (tx: ScopedTx) =>
  tx.selectFrom('missingWord').selectAll().orderBy('position').execute()

/** Those that can be given on a day. */
export const gradesOffered = (tx: ScopedTx, day: PlainDate) =>
  tx
    .selectFrom('missingGrade')
    .selectAll()
    .where('offered', '=', true)
    .where('fromDay', '<=', day)
    .where(eb => eb.or([eb('toDay', 'is', null), eb('toDay', '>=', day)]))
    .orderBy('position')
    .execute()

export const wordsOffered = (tx: ScopedTx, day: PlainDate) =>
  tx
    .selectFrom('missingWord')
    .selectAll()
    .where('fromDay', '<=', day)
    .where(eb => eb.or([eb('toDay', 'is', null), eb('toDay', '>=', day)]))
    .orderBy('position')
    .execute()

export const insertEpisode = (tx: ScopedTx, row: Insertable<MissingEpisode>) =>
  tx.insertInto('missingEpisode').values(row).execute()

export const insertEntry = (tx: ScopedTx, row: Insertable<MissingEntry>) =>
  tx.insertInto('missingEntry').values(row).execute()

export const insertEnding = (tx: ScopedTx, row: Insertable<MissingEnding>) =>
  tx.insertInto('missingEnding').values(row).execute()

export const insertPerson = (tx: ScopedTx, row: Insertable<MissingPerson>) =>
  tx.insertInto('missingPerson').values(row).execute()

export const insertConcern = (tx: ScopedTx, row: Insertable<MissingConcern>) =>
  tx.insertInto('missingConcern').values(row).execute()

/** The record that it was opened from, or the one to which the concern's child is joined now. */
export const personOf = async (tx: ScopedTx, id: MissingEpisodeId): Promise<SubjectId | null> =>
  (
    await tx
      .selectFrom('missingPerson')
      .select('subject')
      .where('episodeId', '=', id)
      .unionAll(
        tx
          .selectFrom('missingConcern')
          .innerJoin('concernPerson', 'concernPerson.concernChildId', 'missingConcern.concernChildId')
          .select('concernPerson.subject')
          .where('missingConcern.episodeId', '=', id),
      )
      .executeTakeFirst()
  )?.subject ?? null

/** The concern that it was opened from, where the viewer may know of it. */
export const concernOf = (
  tx: ScopedTx,
  id: MissingEpisodeId,
): Promise<{ id: ConcernId; reference: string } | undefined> =>
  tx
    .selectFrom('missingConcern')
    .innerJoin('concern', 'concern.id', 'missingConcern.subject')
    .select(['concern.id', 'concern.reference'])
    .where('episodeId', '=', id)
    .executeTakeFirst()
