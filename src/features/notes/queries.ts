import type { Insertable } from 'kysely'
import type { Note, PersonRecordId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const insertNote = (tx: ScopedTx, note: Insertable<Note>) =>
  tx.insertInto('note').values(note).execute()

/** Notes on a person record, the latest first: by the latest moment that each can have been. */
export const notesAbout = (tx: ScopedTx, asked: { personRecordId: PersonRecordId; limit: number }) =>
  tx
    .selectFrom('note')
    .select([
      'kind',
      'contact',
      'fromDay',
      'toDay',
      'precision',
      'happenedBy',
      'words',
      'writtenByName',
      'writtenByRole',
    ])
    .where('subject', '=', asked.personRecordId)
    .orderBy('happenedBy', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit)
    .execute()
