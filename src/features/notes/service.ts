import type { Act } from '#core/access/act.ts'
import type { NoteId, PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { contactHeadOf, personToKnow, type Person } from '#features/people/public.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { insertNote } from './queries.ts'
import { mayWriteNote } from './policy.ts'
import { whenOf, type WhenSaid } from './when.ts'
import { REACHING_OUT, words, type Contact, type NoteKind } from './words.ts'

/** A visit, call or message as its writer tells of it. */
export interface NoteTold {
  readonly kind: NoteKind
  /** Of a call or a message: whether it was safe to make contact. */
  readonly contact?: Contact | ''
  readonly when: WhenSaid
  readonly words: string
}

/**
 * Records a visit, call or message about someone, in the worker's own words.
 *
 * @throws Refusal where it is not said of a call or a message whether it was safe
 */
export async function recordNote(act: Act, personRecordId: PersonRecordId, told: NoteTold): Promise<void> {
  demand(mayWriteNote, act.viewer)
  const person = await personToKnow(act, personRecordId)
  const contact = REACHING_OUT.includes(told.kind) ? await howSafe(act, person, told.contact) : null
  const now = act.world.now()
  const id = act.world.uuid<NoteId>()
  await insertNote(act.tx, {
    id,
    ownerAgency: act.viewer.agencyId,
    category: 'welfare',
    subject: person.id,
    since: now,
    kind: told.kind,
    contact,
    ...whenOf(told.when, now),
    words: told.words,
    writtenBy: act.viewer.id,
    writtenByName: act.viewer.name,
    writtenByRole: act.viewer.roleTitles[0] ?? '',
    writtenAt: now,
  })
  await act.record('note.recorded', person.id, { note: id, kind: told.kind })
}

async function howSafe(act: Act, person: Person, said: Contact | '' | undefined): Promise<Contact> {
  if (!said) throw new Refusal({ contact: words.sayWhetherSafe })
  if (said === 'as-recorded' && !(await contactHeadOf(act, person)).contact?.way)
    throw new Refusal({ contact: words.noSafeWay })
  return said
}
