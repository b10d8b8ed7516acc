import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { AreaId, ConcernId } from '#core/access/generated/tables.ts'
import type { Routes } from '#platform/http/routes.ts'
import { PageAsked, readPaged } from '#platform/ui/paging.tsx'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { concernToDecide } from '../decide/service.ts'
import { mayDecide, NEVER_HELD_UP } from '../policy.ts'
import { why } from '../schemas.ts'
import { words } from '../words.ts'
import { PassedOnPage, PassOnPage } from './pages.tsx'
import { passedOnBy } from './queries.ts'
import { areasToPassTo, passOn, whyNotPassedOn } from './service.ts'

const ON_A_PAGE = 50

export function routes(app: Routes<Act>): void {
  app.page('/concerns/passed-on', {
    may: mayDecide,
    looksAt: 'concern',
    query: PageAsked,
    show: async ({ act, query }) => {
      const of = { agency: act.viewer.agencyId, viewer: act.viewer.id }
      const passed = await readPaged({ page: query.page, size: ON_A_PAGE }, window =>
        passedOnBy(act.tx, of, window),
      )
      await act.record('concern.passings-listed', null, { shown: passed.rows.map(row => row.concernId) })
      return {
        title: 'Concerns passed on',
        body: PassedOnPage({ passed }),
        back: { href: '/concerns/queue', text: 'Concerns to decide' },
      }
    },
  })

  app.form('/concerns/:concernId/pass-on', {
    may: mayDecide,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: z.object({ concernId: idOf<ConcernId>() }),
    input: z.object({ area: idOf<AreaId>(words.chooseArea), why: why(words.sayWhyPassedOn) }),
    show: async ({ act, params, form }) => {
      const concern = await concernToDecide(act, params.concernId)
      await act.record('concern.viewed', concern.id)
      return {
        title: 'Pass a concern on',
        body: PassOnPage({
          form,
          reference: concern.reference,
          not: await whyNotPassedOn(act, concern),
          areas: await areasToPassTo(act, concern),
        }),
        back: { href: `/concerns/${concern.id}`, text: 'The concern' },
      }
    },
    save: async ({ act, params, input }) => {
      const { stillOurs } = await passOn(act, { concernId: params.concernId, ...input })
      return {
        to: stillOurs ? `/concerns/${params.concernId}` : '/concerns/passed-on',
        notice: 'It is passed on',
      }
    },
  })
}
