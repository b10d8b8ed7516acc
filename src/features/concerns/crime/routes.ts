import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernId } from '#core/access/generated/tables.ts'
import type { Routes } from '#platform/http/routes.ts'
import { PageAsked, readPaged } from '#platform/ui/paging.tsx'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { concernToDecide } from '../decide/service.ts'
import { mayDecide, NEVER_HELD_UP } from '../policy.ts'
import { CrimePage, GapsPage } from './pages.tsx'
import { countGaps, crimeGaps } from './queries.ts'
import { sayRaisedBy } from '../words.ts'
import { CrimeTyped } from './schemas.ts'
import { recordCrime } from './service.ts'

const ON_A_PAGE = 50

export function routes(app: Routes<Act>): void {
  app.page('/concerns/crimes', {
    may: mayDecide,
    looksAt: 'concern',
    query: PageAsked,
    show: async ({ act, query }) => {
      const { agencyId } = act.viewer
      const gaps = await readPaged(
        { page: query.page, size: ON_A_PAGE },
        window => crimeGaps(act.tx, agencyId, window),
        most => countGaps(act.tx, agencyId, most),
      )
      await act.record('concern.crimes-listed', null, { shown: gaps.rows.map(row => row.id) })
      const now = act.world.now()
      const rows = gaps.rows.map(row => ({
        ...row,
        raisedByAgency: sayRaisedBy(row),
        late: row.dueAt < now,
      }))
      return { title: 'Crimes that may not be recorded', body: GapsPage({ gaps: { ...gaps, rows } }) }
    },
  })

  app.form('/concerns/:concernId/crime', {
    may: mayDecide,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: z.object({ concernId: idOf<ConcernId>() }),
    input: CrimeTyped,
    show: async ({ act, params, form }) => {
      const concern = await concernToDecide(act, params.concernId)
      await act.record('concern.viewed', concern.id)
      return {
        title: 'Recorded crime',
        body: CrimePage({ form, reference: concern.reference }),
        back: { href: `/concerns/${concern.id}`, text: 'The concern' },
      }
    },
    save: async ({ act, params, input }) => {
      await recordCrime(act, {
        concernId: params.concernId,
        recorded: input.recorded === 'yes' ? { reference: input.reference } : { whyNot: input.whyNot },
        byWhom: input.byWhom,
      })
      return { to: `/concerns/${params.concernId}`, notice: 'It is saved' }
    },
  })
}
