import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { PersonAliasId, PersonRecordId } from '#core/access/generated/tables.ts'
import { fault } from '#platform/errors/fault.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { EndPage } from '../in-use/pages.tsx'
import { EndTyped } from '../in-use/schemas.ts'
import { nameOf, ownPerson, PersonAt } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { NewNamePage } from './pages.tsx'
import { otherName } from './queries.ts'
import { OtherNameTyped } from './schemas.ts'
import { addOtherName, endOtherName } from './service.ts'

const NameAt = z.object({ personId: idOf<PersonRecordId>(), nameId: idOf<PersonAliasId>() })

export function routes(app: Routes<Act>): void {
  app.form('/people/:personId/names/new', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    input: OtherNameTyped,
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      await act.record('person.viewed', person.id)
      return {
        title: 'Add another name',
        body: NewNamePage({ form, name: nameOf(person) }),
        back: { href: `/people/${person.id}`, text: nameOf(person) },
      }
    },
    save: async ({ act, params, input }) => {
      await addOtherName(act, params.personId, input)
      return { to: `/people/${params.personId}`, notice: 'The name is added' }
    },
  })

  app.form('/people/:personId/names/:nameId/end', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: NameAt,
    input: EndTyped,
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      const name = await otherName(act.tx, params)
      if (!name) throw fault('not-found')
      await act.record('person.viewed', person.id)
      return {
        title: 'End a name',
        body: EndPage({ form, title: 'End a name', name: nameOf(person), says: nameOf(name) }),
        back: { href: `/people/${person.id}`, text: nameOf(person) },
      }
    },
    save: async ({ act, params, input }) => {
      await endOtherName(act, params, input)
      return { to: `/people/${params.personId}`, notice: 'The name is ended' }
    },
  })
}
