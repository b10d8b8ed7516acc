import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { Routes } from '#platform/http/routes.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { mayKeepPeople } from '../policy.ts'
import { readAsked } from './asked.ts'
import { SearchPage } from './pages.tsx'
import { findPeople } from './search.ts'
import { keepSearch, keptSearch } from './searches.ts'

const text = z.string().max(200, 'Enter 200 characters or fewer').optional()
const Asking = z.object({
  given: text,
  family: text,
  'born-day': text,
  'born-month': text,
  'born-year': text,
})

/**
 * Whom someone looks for never stands in an address: browsers keep addresses, and so do proxies (the exploiter may hold
 * the phone). The question is sent, kept for whoever asked alone, and answered under a number.
 */
export function routes(app: Routes<Act>): void {
  app.form('/people', {
    may: mayKeepPeople,
    looksAt: 'nothing',
    counts: 'searches',
    input: Asking,
    show: async ({ form }) => ({ title: 'Find a person', body: SearchPage({ form, likely: null }) }),
    save: async ({ act, input }) => {
      const { asked, errors } = readAsked(input, londonDay(act.world.now()))
      if (!asked)
        throw new Refusal(
          Object.keys(errors).length > 0 ? errors : { given: 'Enter a name or a date of birth' },
        )
      return { to: `/people/found/${await keepSearch(act, input)}` }
    },
  })

  app.page('/people/found/:searchId', {
    may: mayKeepPeople,
    looksAt: 'person',
    counts: 'answers',
    params: z.object({ searchId: idOf() }),
    show: async ({ act, params, csrf }) => {
      const values = await keptSearch(act, params.searchId)
      const { asked } = readAsked(values ?? {}, londonDay(act.world.now()))
      if (!values || !asked) throw fault('not-found')
      const form = { values, errors: {}, csrf, formKey: act.world.uuid(), restored: false }
      return {
        title: 'Find a person',
        body: SearchPage({ form, likely: await findPeople(act, asked) }),
      }
    },
  })
}
