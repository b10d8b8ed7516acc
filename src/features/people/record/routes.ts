import type { Act } from '#core/access/act.ts'
import type { Routes } from '#platform/http/routes.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { readAsked } from '../find/asked.ts'
import { findPeople } from '../find/search.ts'
import { mayKeepPeople } from '../policy.ts'
import { NewPersonPage } from './pages.tsx'
import { NewPersonTyped } from './schemas.ts'
import { createAfterSearch } from './service.ts'

export function routes(app: Routes<Act>): void {
  app.form('/people/new', {
    may: mayKeepPeople,
    looksAt: 'nothing',
    input: NewPersonTyped,
    show: async ({ act, form }) => {
      const { asked } = readAsked(form.values, londonDay(act.world.now()))
      const likely = form.errors['none-of-these'] && asked ? await findPeople(act, asked) : []
      return {
        title: 'Make a new record',
        body: NewPersonPage({ form, likely }),
        back: { href: '/people', text: 'Find a person' },
      }
    },
    save: async ({ act, input }) => ({
      to: `/people/${await createAfterSearch(act, input)}`,
      notice: 'The record is made',
    }),
  })
}
