import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { agencyName, reasonsToSee } from '#core/access/queries.ts'
import { whoLooked } from '#core/audit/who-looked.ts'
import type { ChronologyItem, Handed } from '#core/manifest/feature.ts'
import { deedSayer } from '#core/manifest/say-deed.ts'
import type { Routes } from '#platform/http/routes.ts'
import { correctionsTo } from '../before/corrections.ts'
import { PersonAt, personToKnow } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { identifiersOf, otherNamesOf } from '../queries.ts'
import { safeContactOf } from '../safe-contact/queries.ts'
import { PersonPage } from './pages.tsx'

export function routes(app: Routes<Act>, has: Handed): void {
  app.page('/people/:personId', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    show: async ({ act, params }) => {
      const person = await personToKnow(act, params.personId)
      await act.record('person.viewed', person.id)
      const panels = []
      for (const panel of has.features.flatMap(feature => feature.panels ?? [])) {
        panels.push({ title: panel.title, body: await panel.show(act, person.id) })
      }
      const body = PersonPage({
        person,
        own: person.ownerAgency === act.viewer.agencyId,
        agency: await agencyName(act.tx, person.ownerAgency),
        contact: await safeContactOf(act.tx, person.id),
        otherNames: await otherNamesOf(act.tx, [person.id]),
        identifiers: await identifiersOf(act.tx, person.id),
        panels,
        chronology: await wholeChronology(act, has, person.id),
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

const MOST_ITEMS = 100

async function wholeChronology(
  act: Act,
  has: Handed,
  personRecordId: PersonRecordId,
): Promise<ChronologyItem[]> {
  const asked = {
    personRecordId,
    before: new Date(act.world.now().getTime() + 86_400_000),
    limit: MOST_ITEMS,
  }
  const items: ChronologyItem[] = []
  for (const source of has.features.flatMap(feature => feature.chronology ?? []))
    items.push(...(await source(act, asked)))
  return items.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, MOST_ITEMS)
}
