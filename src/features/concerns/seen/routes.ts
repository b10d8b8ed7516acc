import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import { fault } from '#platform/errors/fault.ts'
import { keepDraft, keptDraft } from '#platform/http/drafts.sql.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { mayAskSeen, mayHold, mayRead } from '../policy.ts'
import { sayRaisedBy, words } from '../words.ts'
import { SeenPage } from './pages.tsx'
import { concernsNamingThing } from './queries.ts'
import { keysAsked } from './thing-keys.ts'

const MOST = 50
const HOURS_KEPT = 12
const kept = (id: string): string => `seen:${id}`

const Asked = z.object({
  thing: z
    .string({ error: words.enterThing })
    .trim()
    .max(100, 'Enter 100 characters or fewer')
    .refine(text => keysAsked(text).length > 0, words.enterThing),
})

/** What someone looks for never stands in an address: it is kept for them alone, and answered under a number. */
export function routes(app: Routes<Act>): void {
  app.form('/concerns/seen', {
    may: mayAskSeen,
    looksAt: 'nothing',
    counts: 'searches',
    input: Asked,
    show: async ({ form }) => ({ title: 'Seen before', body: SeenPage({ form, found: null, more: false }) }),
    save: async ({ act, input }) => {
      const id = act.world.uuid()
      const now = act.world.now()
      await keepDraft(act.tx, { userId: act.viewer.id, form: kept(id), typed: input, now, hours: HOURS_KEPT })
      await act.record('concern.seen-asked', null, { search: id })
      return { to: `/concerns/seen/${id}` }
    },
  })

  app.page('/concerns/seen/:searchId', {
    may: mayAskSeen,
    looksAt: 'concern',
    counts: 'answers',
    params: z.object({ searchId: idOf() }),
    show: async ({ act, params, csrf }) => {
      const values = await keptDraft(act.tx, act.viewer.id, kept(params.searchId))
      const asked = Asked.safeParse(values)
      if (!values || !asked.success) throw fault('not-found')
      const found = await concernsNamingThing(act.tx, keysAsked(asked.data.thing), MOST + 1)
      const rows = found.slice(0, MOST).map(row => ({
        ...row,
        raisedByAgency: sayRaisedBy(row),
        // A sealed one opens to those who hold it alone; whoever sent it is not among them.
        opens: row.sealed
          ? mayHold.allows(act.viewer)
          : row.receivingAgency === act.viewer.agencyId && mayRead.allows(act.viewer),
      }))
      await act.record('concern.seen-listed', null, {
        search: params.searchId,
        shown: rows.map(row => row.id),
      })
      const form = { values, errors: {}, csrf, formKey: act.world.uuid(), restored: false }
      return { title: 'Seen before', body: SeenPage({ form, found: rows, more: found.length > MOST }) }
    },
  })
}
