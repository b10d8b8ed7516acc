import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { agencyName, reasonsToSee } from '#core/access/queries.ts'
import { sealedTo } from '#core/access/named-people.sql.ts'
import { whoLooked } from '#core/audit/who-looked.ts'
import type { ChronologyItem, Handed } from '#core/manifest/feature.ts'
import { deedSayer } from '#core/manifest/say-deed.ts'
import type { Routes } from '#platform/http/routes.ts'
import { PageAsked, readPaged, type Paged } from '#platform/ui/paging.tsx'
import { correctionsTo } from '../before/corrections.ts'
import { PersonAt, personToKnow } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { identifiersOf, otherNamesOf } from '../queries.ts'
import { familyOf } from '../family/family.ts'
import { protectionOf } from '../protection/queries.ts'
import { contactHeadOf } from '../safe-contact/head.ts'
import { PersonPage } from './pages.tsx'

export function routes(app: Routes<Act>, has: Handed): void {
  app.page('/people/:personId', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    query: PageAsked,
    show: async ({ act, params, query }) => {
      const person = await personToKnow(act, params.personId)
      await act.record('person.viewed', person.id)
      const panels = []
      for (const panel of has.features.flatMap(feature => feature.panels ?? [])) {
        panels.push({ title: panel.title, body: await panel.show(act, person.id) })
      }
      const family = await familyOf(act, person.id)
      const body = PersonPage({
        person,
        own: person.ownerAgency === act.viewer.agencyId,
        agency: await agencyName(act.tx, person.ownerAgency),
        family,
        head: await contactHeadOf(act, person, family),
        otherNames: await otherNamesOf(act.tx, [person.id]),
        identifiers: await identifiersOf(act.tx, person.id),
        panels,
        protection: await protectionOf(act.tx, person.id),
        namedPeople: await sealedTo(act, person.id),
        chronology: await chronologyOf(act, has, { personRecordId: person.id, page: query.page }),
        corrections: await correctionsTo(act, person.id),
        looks: await whoLooked(act, person.id, 20),
        sayDeed: deedSayer(has.features),
        why: await reasonsToSee(act.tx, {
          ownerAgency: person.ownerAgency,
          category: 'identity',
          subject: person.id,
        }),
      })
      // No name: browsers keep the titles of pages.
      return { title: `Record ${person.reference}`, body, back: { href: '/people', text: 'Find a person' } }
    },
  })
}

const ITEMS_ON_A_PAGE = 100

/** One page of what every feature knows of this person, latest first. */
function chronologyOf(
  act: Act,
  has: Handed,
  asked: { personRecordId: PersonRecordId; page: number },
): Promise<Paged<ChronologyItem>> {
  const sources = has.features.flatMap(feature => feature.chronology ?? [])
  return readPaged({ page: asked.page, size: ITEMS_ON_A_PAGE }, async ({ offset, limit }) => {
    const items: ChronologyItem[] = []
    // Each source may hold everything that stands before and on this page.
    for (const source of sources)
      items.push(...(await source(act, { personRecordId: asked.personRecordId, limit: offset + limit })))
    return items.toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(offset, offset + limit)
  })
}
