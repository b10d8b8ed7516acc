import type { Act } from '#core/access/act.ts'
import type { Routes } from '#platform/http/routes.ts'
import { nameOf, ownPerson, PersonAt } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { SafeContactPage } from './pages.tsx'
import { safeContactOf } from './queries.ts'
import { SafeContactTyped } from './schemas.ts'
import { setSafeContact } from './service.ts'

export function routes(app: Routes<Act>): void {
  app.form('/people/:personId/safe-contact', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    input: SafeContactTyped,
    start: async ({ act, params }) => {
      const person = await ownPerson(act, params.personId)
      return asTyped(await safeContactOf(act.tx, person.id))
    },
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      await act.record('person.viewed', person.id)
      return {
        title: 'Safe contact',
        body: SafeContactPage({
          form,
          name: nameOf(person),
          stands: await safeContactOf(act.tx, person.id),
        }),
        back: { href: `/people/${person.id}`, text: nameOf(person) },
      }
    },
    save: async ({ act, params, input }) => {
      await setSafeContact(act, params.personId, input)
      return { to: `/people/${params.personId}`, notice: 'Safe contact is recorded' }
    },
  })
}

/** The form begins with what stands. */
const asTyped = (known: Awaited<ReturnType<typeof safeContactOf>>) =>
  known
    ? {
        version: known.version,
        way: known.way ?? '',
        'way-absence': known.wayAbsence ?? '',
        'words-to-use': known.wordsToUse ?? '',
        'do-not': known.doNot ?? '',
        'not-to-be-told': known.notToBeTold ?? '',
        interpreter: known.interpreter ?? '',
      }
    : { version: '' }
