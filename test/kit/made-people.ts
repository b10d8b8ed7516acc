import type { PersonRecordId, SubjectId } from '#core/access/generated/tables.ts'
import { createPersonRecord, type PersonKnown } from '#features/people/public.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import type { TestApp } from './test-app.ts'

/** A record of the council's, made by Helen Marsh unless someone else is named. */
export const makePerson = (
  t: TestApp,
  known: Partial<PersonKnown> = {},
  by = 'Helen Marsh',
): Promise<PersonRecordId> =>
  t.act(by, act =>
    createPersonRecord(act, {
      givenNames: 'Rosa',
      givenNamesAbsence: null,
      familyName: 'Quill',
      familyNameAbsence: null,
      knownAs: null,
      bornFrom: plainDate('2012-05-08'),
      bornTo: plainDate('2012-05-08'),
      bornAbsence: null,
      sex: 'F',
      sexAbsence: null,
      ...known,
    }),
  )

/** What the ledger holds about a subject: deeds with their details, oldest first. */
export const entriesAbout = async (t: TestApp, subject: SubjectId) =>
  t.database.superuser
    .selectFrom('auditEntry')
    .select(['deed', 'detail'])
    .where('subject', '=', subject)
    .orderBy('id')
    .execute()
