import type { Among, Put } from '#core/access/bulk.ts'
import type { NoteId, PersonRecordId } from '#core/access/generated/tables.ts'
import { entry } from '#core/audit/bulk.ts'
import { whenOf, type WhenSaid } from './when.ts'

export interface NoteFact {
  readonly by: string
  readonly at: Date
  readonly kind: 'visit' | 'call' | 'message'
  readonly when: WhenSaid
  readonly words: string
}

/** What a made-up writer says of whether contact was safe: of a call or a message alone it is asked. */
export const contactOf = (kind: string): 'they-made-it' | null =>
  kind === 'call' || kind === 'message' ? 'they-made-it' : null

/** What recording a note leaves behind. */
export function putNote(put: Put, among: Among, about: { note: NoteFact; person: PersonRecordId }): void {
  const { note, person } = about
  const writer = among.staff(note.by)
  const id = among.idAt<NoteId>(note.at)
  put('note', {
    id,
    ownerAgency: writer.agency,
    category: 'welfare',
    subject: person,
    since: note.at,
    kind: note.kind,
    ...whenOf(note.when, note.at),
    words: note.words,
    contact: contactOf(note.kind),
    writtenBy: writer.id,
    writtenByName: writer.name,
    writtenByRole: writer.title,
    writtenAt: note.at,
  })
  entry(put, writer, {
    deed: 'note.recorded',
    at: note.at,
    on: { id: person, kind: 'person_record', owner: writer.agency },
    detail: { note: id, kind: note.kind },
  })
}
