import type { Act } from '#core/access/act.ts'
import type { Routes } from '#platform/http/routes.ts'
import { mayDecide } from '../policy.ts'
import { QueuePage } from './pages.tsx'
import { childrenNamedOn, openConcerns } from './queries.ts'

const SHOWN = 50

export function routes(app: Routes<Act>): void {
  app.page('/concerns/queue', {
    may: mayDecide,
    looksAt: 'concern',
    show: async ({ act }) => {
      const found = await openConcerns(act.tx, act.viewer.agencyId, SHOWN + 1)
      const shown = found.slice(0, SHOWN)
      const ids = shown.map(row => row.id)
      const children = Map.groupBy(await childrenNamedOn(act.tx, ids), child => child.subject)
      await act.record('concern.queue-listed', null, { concerns: ids })
      const now = act.world.now()
      const rows = shown.map(row => ({
        ...row,
        late: row.dueAt < now,
        children: (children.get(row.id) ?? []).map(child => child.called),
      }))
      return { title: 'Concerns to decide', body: QueuePage({ rows, more: found.length > SHOWN }) }
    },
  })
}
