import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { PersonIdentifierId, PersonRecordId } from '#core/access/generated/tables.ts'
import { fault } from '#platform/errors/fault.ts'
import type { Routes } from '#platform/http/routes.ts'
import { sayIdentifier } from '#vocabulary/ids/identifiers.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { EndPage } from '../in-use/pages.tsx'
import { EndTyped } from '../in-use/schemas.ts'
import { nameOf, ownPerson, PersonAt } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { words } from '../words.ts'
import { NewIdentifierPage } from './pages.tsx'
import { identifier } from './queries.ts'
import { IdentifierTyped } from './schemas.ts'
import { addIdentifier, endIdentifier } from './service.ts'

const IdentifierAt = z.object({ personId: idOf<PersonRecordId>(), identifierId: idOf<PersonIdentifierId>() })

export function routes(app: Routes<Act>): void {
  app.form('/people/:personId/identifiers/new', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    input: IdentifierTyped,
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      await act.record('person.viewed', person.id)
      return {
        title: 'Add a number or reference',
        body: NewIdentifierPage({ form, name: nameOf(person) }),
        back: { href: `/people/${person.id}`, text: nameOf(person) },
      }
    },
    save: async ({ act, params, input }) => {
      await addIdentifier(act, params.personId, input)
      return { to: `/people/${params.personId}`, notice: 'The number is added' }
    },
  })

  app.form('/people/:personId/identifiers/:identifierId/end', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: IdentifierAt,
    input: EndTyped,
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      const found = await identifier(act.tx, params)
      if (!found) throw fault('not-found')
      await act.record('person.viewed', person.id)
      const says = `${words.identifierKinds[found.kind]} ${sayIdentifier(found.kind, found.value)}`
      return {
        title: 'End a number or reference',
        body: EndPage({ form, title: 'End a number or reference', name: nameOf(person), says }),
        back: { href: `/people/${person.id}`, text: nameOf(person) },
      }
    },
    save: async ({ act, params, input }) => {
      await endIdentifier(act, params, input)
      return { to: `/people/${params.personId}`, notice: 'The number is ended' }
    },
  })
}
