import type { Act } from '#core/access/act.ts'
import type { NoteId, PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { personToKnow } from '#features/people/public.ts'
import { insertNote } from './queries.ts'
import { mayWriteNote } from './policy.ts'
import type { NoteTyped } from './schemas.ts'

/** Records a visit, call or message about someone, in the worker's own words. */
export async function recordNote(act: Act, personRecordId: PersonRecordId, typed: NoteTyped): Promise<void> {
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
    kind: typed.kind,
    happenedAt: new Date(now.getTime() - typed['minutes-ago'] * 60_000),
    words: typed.words,
    writtenBy: act.viewer.id,
    writtenByName: act.viewer.name,
    writtenByRole: act.viewer.roleTitles[0] ?? '',
    writtenAt: now,
  })
  await act.record('note.recorded', person.id, { note: id, kind: typed.kind })
}
