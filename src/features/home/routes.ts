import type { Act } from '#core/access/act.ts'
import { anyoneSignedIn } from '#core/access/policy.ts'
import { runningClocks } from '#core/clocks/clocks.ts'
import type { Handed, WorkItem, WorkKind } from '#core/manifest/feature.ts'
import { noticesFor } from '#core/notices/queries.ts'
import type { Routes } from '#platform/http/routes.ts'
import { HomePage, type HomeRow } from './pages.tsx'

const SHOWN = 30

export function routes(app: Routes<Act>, has: Handed): void {
  const kinds = has.features.flatMap(feature => feature.work ?? [])
  app.page('/', {
    may: anyoneSignedIn,
    looksAt: 'work',
    show: async ({ act }) => {
      const clocks = await runningClocks(act.tx, {
        agency: act.viewer.agencyId,
        kinds: kinds.map(kind => kind.kind),
        limit: SHOWN,
      })
      const items = await describeAll(act, kinds, clocks)
      const now = act.world.now()
      const rows: HomeRow[] = clocks.flatMap(clock => {
        const item = items.get(`${clock.kind} ${clock.subject}`)
        return item ? [{ ...item, dueAt: clock.dueAt, late: clock.dueAt < now, urgent: clock.urgent }] : []
      })
      await act.record('work.listed', null, { subjects: clocks.map(clock => clock.subject) })
      return {
        title: 'Home',
        body: HomePage({
          name: act.viewer.name,
          roles: act.viewer.roleTitles,
          rows,
          notices: await noticesFor(act.tx, 10),
        }),
      }
    },
  })
}

async function describeAll(
  act: Act,
  kinds: readonly WorkKind[],
  clocks: readonly { kind: string; subject: string }[],
): Promise<Map<string, WorkItem>> {
  const items = new Map<string, WorkItem>()
  for (const kind of kinds) {
    const subjects = clocks.filter(clock => clock.kind === kind.kind).map(clock => clock.subject)
    if (subjects.length === 0) continue
    for (const [subject, item] of await kind.describe(act, subjects))
      items.set(`${kind.kind} ${subject}`, item)
  }
  return items
}
