import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { Routes } from '#platform/http/routes.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { mayKeepPeople } from '../policy.ts'
import { readAsked } from './asked.ts'
import { SearchPage } from './pages.tsx'
import { findPeople } from './search.ts'

const text = z.string().max(200).optional()
const Asking = z.object({
  given: text,
  family: text,
  'born-day': text,
  'born-month': text,
  'born-year': text,
})

export function routes(app: Routes<Act>): void {
  app.page('/people', {
    may: mayKeepPeople,
    looksAt: 'person',
    query: Asking,
    show: async ({ act, query, csrf }) => {
      const { asked, errors } = readAsked(query, londonDay(act.world.now()))
      const likely = asked ? await findPeople(act, asked) : null
      if (!asked) await act.record('person.search-opened', null)
      const form = { values: query, errors, csrf, formKey: '', restored: false }
      return { title: 'Find a person', body: SearchPage({ form, likely }) }
    },
  })
}
