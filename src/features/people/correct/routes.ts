import type { Act } from '#core/access/act.ts'
import type { Routes } from '#platform/http/routes.ts'
import { nameOf, ownPerson, PersonAt, type Person } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { bornTyped } from '../record/born.ts'
import { CorrectPage } from './pages.tsx'
import { CorrectionTyped } from './schemas.ts'
import { correctPerson } from './service.ts'

export function routes(app: Routes<Act>): void {
  app.form('/people/:personId/correct', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    input: CorrectionTyped,
    start: async ({ act, params }) => asTyped(await ownPerson(act, params.personId)),
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      await act.record('person.viewed', person.id)
      return {
        title: 'Correct the record',
        body: CorrectPage({ form, person }),
        back: { href: `/people/${person.id}`, text: nameOf(person) },
      }
    },
    save: async ({ act, params, input }) => {
      await correctPerson(act, params.personId, input)
      return { to: `/people/${params.personId}`, notice: 'The record is corrected' }
    },
  })
}

/** The form begins with what the record says. */
const asTyped = (person: Person) => ({
  version: person.version,
  given: person.givenNames ?? '',
  'given-absence': person.givenNamesAbsence ?? '',
  family: person.familyName ?? '',
  'family-absence': person.familyNameAbsence ?? '',
  'known-as': person.knownAs ?? '',
  ...bornTyped(person),
  'born-absence': person.bornAbsence ?? '',
  sex: person.sex ?? '',
  'sex-absence': person.sexAbsence ?? '',
})
