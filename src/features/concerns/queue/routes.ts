import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { Routes } from '#platform/http/routes.ts'
import { PageAsked, readPaged } from '#platform/ui/paging.tsx'
import { mayDecide } from '../policy.ts'
import { sayRaisedBy } from '../words.ts'
import { QueuePage } from './pages.tsx'
import { countOpen, openConcerns } from './queries.ts'

const ON_A_PAGE = 50

export function routes(app: Routes<Act>): void {
  app.page('/concerns/queue', {
    may: mayDecide,
    looksAt: 'concern',
    query: PageAsked.extend({ whose: z.enum(['agency', 'team']).catch('agency') }),
    show: async ({ act, query }) => {
      const { agencyId, teams: own } = act.viewer
      const teams = query.whose === 'team' && own.length > 0 ? own : undefined
      const open = await readPaged(
        { page: query.page, size: ON_A_PAGE },
        window => openConcerns(act.tx, agencyId, { ...window, viewer: act.viewer.id, teams }),
        // The first page is opened all day long: there it is enough that there are more.
        query.page > 1 && !teams ? most => countOpen(act.tx, agencyId, most) : undefined,
      )
      const ids = [...new Set(open.rows.map(row => row.id))]
      await act.record('concern.queue-listed', null, { shown: ids })
      const now = act.world.now()
      const rows = open.rows.map(row => ({
        ...row,
        raisedByAgency: sayRaisedBy(row),
        late: row.dueAt < now,
      }))
      return {
        title: 'Concerns to decide',
        body: QueuePage({
          open: { ...open, rows },
          whose: teams ? 'team' : 'agency',
          inTeams: own.length > 0,
        }),
      }
    },
  })
}
