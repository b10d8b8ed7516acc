import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { Routes } from '#platform/http/routes.ts'
import { londonDay, londonMoment } from '#vocabulary/dates/london.ts'
import { readDay } from '#vocabulary/dates/plain-date.ts'
import { nameOf, PersonAt, personToKnow } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { AsOfPage } from './pages.tsx'
import { personAsOf } from './queries.ts'

const text = z.string().trim().max(200).optional().default('')

export function routes(app: Routes<Act>): void {
  app.page('/people/:personId/before', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    query: z.object({ 'day-day': text, 'day-month': text, 'day-year': text }),
    show: async ({ act, params, query, csrf }) => {
      const person = await personToKnow(act, params.personId)
      await act.record('person.former-versions-viewed', person.id)
      const typed = { day: query['day-day'], month: query['day-month'], year: query['day-year'] }
      const asking = typed.day || typed.month || typed.year
      const read = asking ? readDay(typed, { notAfter: londonDay(act.world.now()) }) : null
      const errors: Record<string, string> =
        read?.ok === false ? { [`day-${read.part ?? 'day'}`]: read.says } : {}
      const asked = read?.ok
        ? {
            day: read.day,
            found: await personAsOf(act.tx, { subject: person.id, at: londonMoment(read.day, '23:59:59') }),
          }
        : null
      const form = { values: query, errors, csrf, formKey: '', restored: false }
      return {
        title: 'The record as it was on a day',
        body: AsOfPage({ form, name: nameOf(person), asked }),
        back: { href: `/people/${person.id}`, text: nameOf(person) },
      }
    },
  })
}
