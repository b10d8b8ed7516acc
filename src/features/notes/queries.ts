import type { Insertable } from 'kysely'
import type { Note, PersonRecordId } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const insertNote = (tx: ScopedTx, note: Insertable<Note>) =>
  tx.insertInto('note').values(note).execute()

export const notesAbout = (
  tx: ScopedTx,
  asked: { personRecordId: PersonRecordId; before: Date; limit: number },
) =>
  tx
    .selectFrom('note')
    .select(['id', 'kind', 'happenedAt', 'words', 'writtenByName', 'writtenByRole', 'writtenAt'])
    .where('subject', '=', asked.personRecordId)
    .where('happenedAt', '<', asked.before)
    .orderBy('happenedAt', 'desc')
    .limit(asked.limit)
    .execute()
