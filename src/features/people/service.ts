import type { Act } from '#core/access/act.ts'
import { demand } from '#core/access/policy.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/http/refusal.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { readDay, type PlainDate } from '#vocabulary/dates/plain-date.ts'
import { makeReference } from '#vocabulary/ids/reference.ts'
import { matchKeys } from './match-keys/match-keys.ts'
import { mayKeepPeople } from './policy.ts'
import * as rows from './queries.ts'
import type { PersonTyped, SafeContactTyped } from './schemas.ts'
import { findPeople } from './search.ts'

/** Someone as an agency may come to know them: parts that are not known are null, with a reason where it matters. */
export interface PersonKnown {
  readonly givenNames: string | null
  readonly givenNamesAbsence: string | null
  readonly familyName: string | null
  readonly familyNameAbsence: string | null
  readonly knownAs: string | null
  readonly bornFrom: PlainDate | null
  readonly bornTo: PlainDate | null
  readonly bornAbsence: string | null
  readonly sex: 'F' | 'M' | 'U' | null
  readonly sexAbsence: string | null
}

/** Makes a record for the viewer's own agency, with the keys by which it will be found. */
export async function createPersonRecord(act: Act, known: PersonKnown): Promise<string> {
  demand(mayKeepPeople, act.viewer)
  const id = act.world.uuid()
  const now = act.world.now()
  const owned = { ownerAgency: act.viewer.agencyId, category: 'identity', subject: id } as const
  await rows.insertPersonRecord(act.tx, {
    id,
    ...owned,
    ...known,
    since: now,
    reference: makeReference('PER', act.world.randomBytes),
    recordedBy: act.viewer.id,
    recordedAt: now,
  })
  const keys = matchKeys(known)
  if (keys.length > 0)
    await rows.insertMatchKeys(
      act.tx,
      keys.map(key => ({ key, ...owned })),
    )
  await act.record('person.recorded', id)
  return id
}

/**
 * Search before create: the same child is not written twice unless someone has looked at the likely records and
 * says that none of them is this one.
 *
 * @throws Refusal naming what is wrong, or `likely` when there are records to look at first
 */
export async function createAfterSearch(act: Act, typed: PersonTyped): Promise<string> {
  const known = readPerson(typed, londonDay(act.world.now()))
  if (!typed['none-of-these']) {
    const likely = await findPeople(act, known)
    if (likely.length > 0)
      throw new Refusal({
        'none-of-these': 'Look at these records first. If none is this child, tick the box.',
      })
  }
  return createPersonRecord(act, known)
}

export function readPerson(typed: PersonTyped, today: PlainDate): PersonKnown {
  const errors: Record<string, string> = {}
  const xor = (name: 'given' | 'family' | 'sex', says: string): void => {
    const [value, absence] = [typed[name], typed[`${name}-absence`]]
    if (value && absence) errors[name] = 'Enter an answer or say why you cannot, not both'
    if (!value && !absence) errors[name] = says
  }
  xor('given', 'Enter given names, or say why you cannot')
  xor('family', 'Enter a family name, or say why you cannot')
  xor('sex', 'Choose a sex, or say why you cannot')
  const born = readBorn(typed, today, errors)
  if (Object.keys(errors).length > 0) throw new Refusal(errors)
  return {
    givenNames: typed.given || null,
    givenNamesAbsence: typed['given-absence'] || null,
    familyName: typed.family || null,
    familyNameAbsence: typed['family-absence'] || null,
    knownAs: typed['known-as'] || null,
    ...born,
    sex: typed.sex || null,
    sexAbsence: typed['sex-absence'] || null,
  }
}

function readBorn(
  typed: PersonTyped,
  today: PlainDate,
  errors: Record<string, string>,
): Pick<PersonKnown, 'bornFrom' | 'bornTo' | 'bornAbsence'> {
  const parts = { day: typed['born-day'], month: typed['born-month'], year: typed['born-year'] }
  const nothing = { bornFrom: null, bornTo: null, bornAbsence: typed['born-absence'] || null }
  if (!parts.day && !parts.month && !parts.year) {
    if (!nothing.bornAbsence) errors['born-day'] = 'Enter a date of birth, or say why you cannot'
    return nothing
  }
  const read = readDay(parts, { notAfter: today })
  if (!read.ok) {
    errors[`born-${read.part ?? 'day'}`] = read.says
    return nothing
  }
  if (nothing.bornAbsence) errors['born-day'] = 'Enter an answer or say why you cannot, not both'
  return { bornFrom: read.day, bornTo: read.day, bornAbsence: null }
}

/** How to reach this person safely, as one's own agency knows it. The former answer stays in the history. */
export async function setSafeContact(
  act: Act,
  personRecordId: string,
  typed: SafeContactTyped,
): Promise<void> {
  demand(mayKeepPeople, act.viewer)
  const person = await rows.personRecord(act.tx, personRecordId)
  if (!person) throw fault('not-found')
  if (!typed.way === !typed['way-absence']) {
    throw new Refusal({ way: 'Enter a safe way to reach them, or say why you cannot' })
  }
  const now = act.world.now()
  await rows.writeSafeContact(act.tx, {
    id: act.world.uuid(),
    ownerAgency: act.viewer.agencyId,
    category: 'identity',
    subject: personRecordId,
    since: now,
    way: typed.way || null,
    wayAbsence: typed['way-absence'] || null,
    wordsToUse: typed['words-to-use'] || null,
    doNot: typed['do-not'] || null,
    notToBeTold: typed['not-to-be-told'] || null,
    interpreter: typed.interpreter || null,
    askedBy: act.viewer.id,
    askedByName: act.viewer.name,
    askedAt: now,
  })
  await act.record('person.safe-contact-set', personRecordId)
}
