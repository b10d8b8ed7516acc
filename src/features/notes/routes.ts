import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { contactHeadOf, mayKeepPeople, nameOf, personToKnow } from '#features/people/public.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { NotePage } from './pages.tsx'
import { mayWriteNote } from './policy.ts'
import { NoteTyped } from './schemas.ts'
import { recordNote } from './service.ts'

export function routes(app: Routes<Act>): void {
  app.form('/people/:personId/notes/new', {
    may: mayWriteNote,
    looksAt: 'person',
    params: z.object({ personId: idOf<PersonRecordId>() }),
    input: NoteTyped,
    start: async () => ({ when: 'just-now' }),
    show: async ({ act, params, form }) => {
      const person = await personToKnow(act, params.personId)
      await act.record('person.viewed', person.id)
      return {
        title: 'Record a visit, call or message',
        body: NotePage({
          form,
          name: nameOf(person),
          head: await contactHeadOf(act, person),
          safeContactHref:
            person.ownerAgency === act.viewer.agencyId && mayKeepPeople.allows(act.viewer)
              ? `/people/${person.id}/safe-contact`
              : null,
        }),
        back: { href: `/people/${person.id}`, text: nameOf(person) },
      }
    },
    save: async ({ act, params, input }) => {
      await recordNote(act, params.personId, input)
      return { to: `/people/${params.personId}`, notice: 'Saved' }
    },
  })
}
