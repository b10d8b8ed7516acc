import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId } from '#core/access/generated/tables.ts'
import { whomToRing } from '#features/administration/public.ts'
import { childToTakeOver } from '#features/concerns/public.ts'
import { nameOf, ownPerson, PersonAt } from '#features/people/public.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { mayKeepMissing, mayOpenFromConcern, mayOpenFromRecord } from '../policy.ts'
import { words } from '../words.ts'
import { NotOpenedHere } from './pages.tsx'
import { OpenTyped } from './schemas.ts'
import { openEpisode } from './service.ts'
import { bornOrNot, pageFor, theOneArea, TITLE } from './shown.ts'

const ChildAt = z.object({ concernId: idOf<ConcernId>(), childId: idOf<ConcernChildId>() })
const OPENED = 'It is open. Ring those who have to know now'
/** Whoever opens it may press again and again while a child is in danger: it meets no limit. */
const NEVER_HELD_UP = 'nothing'

export function routes(app: Routes<Act>): void {
  app.form('/missing/new', {
    may: mayKeepMissing,
    looksAt: 'nothing',
    counts: NEVER_HELD_UP,
    input: OpenTyped,
    start: async ({ act }) => theOneArea(act),
    show: async ({ act, form }) => pageFor(act, form, { taken: null, record: null }),
    save: async ({ act, input }) => ({ to: `/missing/${await openEpisode(act, input)}`, notice: OPENED }),
  })

  app.form('/concerns/:concernId/children/:childId/missing', {
    may: mayOpenFromConcern,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: ChildAt,
    input: OpenTyped,
    start: async ({ act, params }) => {
      const { child, known } = await childToTakeOver(act, params)
      return { called: child.called, ...bornOrNot(known) }
    },
    show: async ({ act, params, form }) => {
      const { concern, record } = await childToTakeOver(act, params)
      await act.record('concern.viewed', concern.id)
      const back = { href: `/concerns/${concern.id}`, text: 'The concern' }
      const ring = await whomToRing(act, concern.areaId)
      if (concern.sealed)
        return {
          title: TITLE,
          body: NotOpenedHere({ says: words.sealedConcern, rings: [ring], plain: true }),
          back,
        }
      const about = { taken: words.taken(concern.reference), record, of: { areaId: concern.areaId, ring } }
      return { ...(await pageFor(act, form, about)), back }
    },
    save: async ({ act, params, input }) => {
      const { concern, child, record } = await childToTakeOver(act, params)
      const id = await openEpisode(act, input, {
        concern: { id: concern.id, childId: child.id, areaId: concern.areaId, sealed: concern.sealed },
        person: record,
      })
      return { to: `/missing/${id}`, notice: OPENED }
    },
  })

  app.form('/people/:personId/missing', {
    may: mayOpenFromRecord,
    looksAt: 'person',
    counts: NEVER_HELD_UP,
    params: PersonAt,
    input: OpenTyped,
    start: async ({ act, params }) => {
      const person = await ownPerson(act, params.personId)
      return { called: nameOf(person), ...bornOrNot(person), ...(await theOneArea(act)) }
    },
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      await act.record('person.viewed', person.id)
      const page = await pageFor(act, form, { taken: words.takenFromRecord, record: person.id })
      return { ...page, back: { href: `/people/${person.id}`, text: nameOf(person) } }
    },
    save: async ({ act, params, input }) => {
      const person = await ownPerson(act, params.personId)
      const id = await openEpisode(act, input, { person: person.id })
      return { to: `/missing/${id}`, notice: OPENED }
    },
  })
}
