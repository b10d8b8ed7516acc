import { changed, type Among, type Put, type Row } from '#core/access/bulk.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { entry } from '#core/audit/bulk.ts'
import { makeReference } from '#vocabulary/ids/reference.ts'
import { fieldsChanged } from '../correct/fields-changed.ts'
import { matchKeys } from '../match-keys/match-keys.ts'
import type { ContactFact, CorrectionFact, PersonFact } from './facts.ts'

/** What recording one person leaves behind, with the safe contact and the correction that followed. @returns the record */
export function putPerson(put: Put, among: Among, person: PersonFact & { by: string }): PersonRecordId {
  const by = among.staff(person.by)
  const id = among.idAt<PersonRecordId>(person.at)
  const owned = { ownerAgency: by.agency, category: 'identity', subject: id } as const
  put('subject', { id, kind: 'person_record', ownerAgency: by.agency })
  entry(put, by, {
    deed: 'person.recorded',
    at: person.at,
    on: { id, kind: 'person_record', owner: by.agency },
  })
  if (person.contact) putContact(put, among, { owned, contact: person.contact })
  const recorded: Row<'personRecord'> = {
    id,
    ...owned,
    since: person.at,
    reference: makeReference('PER', among.randomBytes),
    ...person.known,
    recordedBy: by.id,
    recordedAt: person.at,
    correctedBy: null,
    correctedByName: null,
    correctedAt: null,
    correctionReason: null,
  }
  const record = person.correction ? putCorrection(put, among, recorded, person.correction) : recorded
  put('personRecord', record)
  for (const key of matchKeys(person.correction?.to ?? person.known)) put('matchKey', { key, ...owned })
  return id
}

function putContact(
  put: Put,
  among: Among,
  {
    owned,
    contact,
  }: { owned: Pick<Row<'safeContact'>, 'ownerAgency' | 'category' | 'subject'>; contact: ContactFact },
): void {
  const asked = among.staff(contact.by)
  put('safeContact', {
    id: among.idAt(contact.at),
    ...owned,
    since: contact.at,
    way: contact.way,
    wayAbsence: null,
    wordsToUse: null,
    doNot: contact.doNot,
    notToBeTold: null,
    interpreter: null,
    fromConcern: false,
    askedBy: asked.id,
    askedByName: asked.name,
    askedAt: contact.at,
  })
  entry(put, asked, {
    deed: 'person.safe-contact-set',
    at: contact.at,
    on: { id: owned.subject, kind: 'person_record', owner: owned.ownerAgency },
  })
}

// oxlint-disable-next-line max-params -- whom, and what was corrected
function putCorrection(
  put: Put,
  among: Among,
  record: Row<'personRecord'>,
  { by, at, to, reason }: CorrectionFact,
): Row<'personRecord'> {
  const corrector = among.staff(by)
  entry(put, corrector, {
    deed: 'person.corrected',
    at,
    on: { id: record.id, kind: 'person_record', owner: record.ownerAgency },
    detail: { fields: fieldsChanged(record, to) },
  })
  return changed(put, record, {
    table: 'personRecord',
    to: {
      ...to,
      correctedBy: corrector.id,
      correctedByName: corrector.name,
      correctedAt: at,
      correctionReason: reason,
    },
    at,
    by: corrector,
  })
}
