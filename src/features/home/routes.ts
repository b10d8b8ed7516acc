import type { Act } from '#core/access/act.ts'
import { anyoneSignedIn } from '#core/access/policy.ts'
import { countWaiting, waitingFor, type Waiting } from '#core/clocks/waiting.ts'
import type { Handed, NoticeKind, WorkItem, WorkKind } from '#core/manifest/feature.ts'
import { noticesFor } from '#core/notices/queries.ts'
import type { Routes } from '#platform/http/routes.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { PageAsked, readPaged } from '#platform/ui/paging.tsx'
import { HomePage, type HomeRow } from './pages.tsx'

const ON_A_PAGE = 30
/** Those that are no longer true are left out of these; whoever has so many left open has them in their list too. */
const MOST_NOTICES = 100

export function routes(app: Routes<Act>, has: Handed): void {
  const everyKind = has.features.flatMap(feature => feature.work ?? [])
  const noticeKinds = new Map(has.features.flatMap(feature => Object.entries(feature.notices ?? {})))
  const entries = has.features.flatMap(feature => feature.navigation ?? [])
  app.page('/', {
    may: anyoneSignedIn,
    looksAt: 'work',
    query: PageAsked,
    show: async ({ act, query }) => {
      const mine = everyKind.filter(kind => kind.may.allows(act.viewer))
      const kinds = mine.map(kind => kind.kind)
      const waiting = await readPaged(
        { page: query.page, size: ON_A_PAGE },
        window => waitingFor(act, { kinds, ...window }),
        most => countWaiting(act, { kinds, most }),
      )
      const work = { ...waiting, rows: await rowsOf(act, mine, waiting.rows) }
      await act.record('work.listed', null, {
        shown: [...new Set(work.rows.map(row => row.subject))],
      })
      const notices = await stillTrue(act, noticeKinds)
      const begins = entries.flatMap(({ begins: text, href, may }) =>
        text && may.allows(act.viewer) ? [{ text, href }] : [],
      )
      return { title: 'Home', body: HomePage({ roles: act.viewer.roleTitles, work, notices, begins }) }
    },
  })
}

async function rowsOf(
  act: Act,
  kinds: readonly WorkKind[],
  clocks: readonly Waiting[],
): Promise<readonly HomeRow[]> {
  const items = new Map<string, WorkItem>()
  for (const kind of kinds) {
    const subjects = clocks.filter(clock => clock.kind === kind.kind).map(clock => clock.subject)
    if (subjects.length === 0) continue
    for (const [subject, item] of await kind.describe(act, subjects))
      items.set(`${kind.kind} ${subject}`, item)
  }
  return clocks.flatMap(clock => {
    const item = items.get(`${clock.kind} ${clock.subject}`)
    return item ? [{ ...clock, ...item, with: sayWith(act, clock) }] : []
  })
}

function sayWith(act: Act, clock: Waiting): string {
  if (clock.userId === act.viewer.id) return 'You'
  return clock.userId ? 'A colleague' : 'Nobody yet'
}

/** What the viewer has been told and what is still so, newest first, in the words of the feature that told it. */
async function stillTrue(
  act: Act,
  kinds: ReadonlyMap<string, NoticeKind>,
): Promise<{ said: Html; saidAt: Date }[]> {
  const notices = await noticesFor(act.tx, act.viewer, { kinds: [...kinds.keys()], limit: MOST_NOTICES })
  const said = new Map<string, Html>()
  for (const [kind, rows] of Map.groupBy(notices, notice => notice.kind)) {
    const words = await kinds.get(kind)?.(
      act,
      rows.map(row => row.subject),
    )
    for (const [subject, html] of words ?? []) said.set(`${kind} ${subject}`, html)
  }
  return notices.flatMap(({ kind, subject, saidAt }) => {
    const words = said.get(`${kind} ${subject}`)
    return words ? [{ said: words, saidAt }] : []
  })
}
