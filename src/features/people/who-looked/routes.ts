import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { Handed } from '#core/manifest/feature.ts'
import { deedSayer } from '#core/manifest/say-deed.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { Routes } from '#platform/http/routes.ts'
import { nameOf, PersonAt, personToKnow } from '../person.ts'
import { maySeeWhoLooked } from '../policy.ts'
import { AskReferencePage, LooksPage } from './pages.tsx'
import { subjectsNaming } from './named-under.ts'
import { listsShowing, namedLooks, personByReference } from './queries.ts'

const MOST = 500
const ReferenceTyped = z.object({
  reference: z.string().trim().min(1, 'Enter the reference of the record').max(40, 'Enter a reference'),
})

/** For the owner's records lead: who looked at one of their agency's records, by name. */
export function routes(app: Routes<Act>, has: Handed): void {
  app.form('/people/who-looked', {
    may: maySeeWhoLooked,
    looksAt: 'nothing',
    counts: 'searches',
    input: ReferenceTyped,
    show: async ({ form }) => ({ title: 'Who has looked', body: AskReferencePage({ form }) }),
    save: async ({ act, input }) => {
      const person = await personByReference(act.tx, input.reference.toUpperCase())
      if (!person) throw new Refusal({ reference: 'There is no record with this reference that you can see' })
      await act.record('person.looks-asked', person.id)
      return { to: `/people/${person.id}/who-looked` }
    },
  })

  app.page('/people/:personId/who-looked', {
    may: maySeeWhoLooked,
    looksAt: 'person',
    params: PersonAt,
    show: async ({ act, params }) => {
      const person = await personToKnow(act, params.personId)
      if (person.ownerAgency !== act.viewer.agencyId) throw fault('not-found')
      await act.record('person.looks-viewed', person.id)
      const subjects = await subjectsNaming(act, has, person.id)
      const looks = await namedLooks(act.tx, subjects, MOST)
      const lists = await listsShowing(act.tx, subjects, MOST)
      return {
        title: `Who has looked at ${person.reference}`,
        body: LooksPage({
          reference: person.reference,
          name: nameOf(person),
          looks,
          lists,
          sayDeed: deedSayer(has.features),
          most: MOST,
        }),
        back: { href: '/people/who-looked', text: 'Who has looked' },
      }
    },
  })
}
