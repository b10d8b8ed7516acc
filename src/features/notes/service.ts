import type { Act } from '#core/access/act.ts'
import type { NoteId, PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { personToKnow } from '#features/people/public.ts'
import { insertNote } from './queries.ts'
import { mayWriteNote } from './policy.ts'
import { whenOf, type WhenSaid } from './when.ts'
import type { NoteKind } from './words.ts'

/** A visit, call or message as its writer tells of it. */
export interface NoteTold {
  readonly kind: NoteKind
  readonly when: WhenSaid
  readonly words: string
}

/** Records a visit, call or message about someone, in the worker's own words. */
export async function recordNote(act: Act, personRecordId: PersonRecordId, told: NoteTold): Promise<void> {
  demand(mayWriteNote, act.viewer)
  const person = await personToKnow(act, personRecordId)
  const now = act.world.now()
  const id = act.world.uuid<NoteId>()
  await insertNote(act.tx, {
    id,
    ownerAgency: act.viewer.agencyId,
    category: 'welfare',
    subject: person.id,
    since: now,
    kind: told.kind,
    ...whenOf(told.when, now),
    words: told.words,
    writtenBy: act.viewer.id,
    writtenByName: act.viewer.name,
    writtenByRole: act.viewer.roleTitles[0] ?? '',
    writtenAt: now,
  })
  await act.record('note.recorded', person.id, { note: id, kind: told.kind })
}
