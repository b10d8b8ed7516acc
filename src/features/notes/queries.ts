import type { Insertable } from 'kysely'
import type { Note } from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const insertNote = (tx: ScopedTx, note: Insertable<Note>) => tx.insertInto('note').values(note).execute()

export const notesAbout = (tx: ScopedTx, subject: string, before: Date, limit: number) =>
  tx
    .selectFrom('note')
    .select(['id', 'kind', 'happenedAt', 'words', 'writtenByName', 'writtenByRole', 'writtenAt'])
    .where('subject', '=', subject)
    .where('happenedAt', '<', before)
    .orderBy('happenedAt', 'desc')
    .limit(limit)
    .execute()
