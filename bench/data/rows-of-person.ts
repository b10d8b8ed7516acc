import type { NoteId, PersonRecordId } from '#core/access/generated/tables.ts'
import { matchKeys } from '#features/people/match-keys/match-keys.ts'
import { whenOf } from '#features/notes/when.ts'
import { makeReference } from '#vocabulary/ids/reference.ts'
import { contactOf, type PersonFact } from './facts.ts'
import type { Setting } from './setting.ts'
import { entry, type Put } from './tables.ts'

/** What recording one person leaves behind, with the notes and the safe contact that followed. @returns the record */
export function putPerson(put: Put, setting: Setting, person: PersonFact & { by: string }): PersonRecordId {
  const { world, staff } = setting
  const by = staff(person.by)
  const id = world.uuid<PersonRecordId>()
  const owned = { ownerAgency: by.agency, category: 'identity', subject: id } as const
  const on = { id, kind: 'person_record', owner: by.agency }
  put('subject', { id, kind: 'person_record', ownerAgency: by.agency })
  put('personRecord', {
    id,
    ...owned,
    since: person.at,
    reference: makeReference('PER', world.randomBytes),
    ...person.known,
    recordedBy: by.id,
    recordedAt: person.at,
    correctedBy: null,
    correctedByName: null,
    correctedAt: null,
    correctionReason: null,
  })
  for (const key of matchKeys(person.known)) put('matchKey', { key, ...owned })
  entry(put, by, { deed: 'person.recorded', at: person.at, on })
  if (person.contact) {
    const asked = staff(person.contact.by)
    put('safeContact', {
      id: world.uuid(),
      ...owned,
      since: person.contact.at,
      way: person.contact.way,
      wayAbsence: null,
      wordsToUse: null,
      doNot: person.contact.doNot,
      notToBeTold: null,
      interpreter: null,
      fromConcern: false,
      askedBy: asked.id,
      askedByName: asked.name,
      askedAt: person.contact.at,
    })
    entry(put, asked, { deed: 'person.safe-contact-set', at: person.contact.at, on })
  }
  for (const note of person.notes) {
    const writer = staff(note.by)
    const noteId = world.uuid<NoteId>()
    put('note', {
      id: noteId,
      ownerAgency: writer.agency,
      category: 'welfare',
      subject: id,
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
    entry(put, writer, { deed: 'note.recorded', at: note.at, on, detail: { note: noteId, kind: note.kind } })
  }
  return id
}
