import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import { reasonsToSee } from '#core/access/queries.ts'
import { whoLooked } from '#core/audit/who-looked.ts'
import type { ChronologyItem, Handed } from '#core/manifest/feature.ts'
import { fault } from '#platform/errors/fault.ts'
import type { Routes } from '#platform/http/routes.ts'
import { readDay } from '#vocabulary/dates/plain-date.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { Id } from '#vocabulary/ids/uuid.ts'
import { nameOf, NewPersonPage, PersonPage, SafeContactPage, SearchPage } from './pages.tsx'
import { mayKeepPeople } from './policy.ts'
import * as rows from './queries.ts'
import { PersonTyped, SafeContactTyped } from './schemas.ts'
import { findPeople, type Asked } from './search.ts'
import { createAfterSearch, setSafeContact } from './service.ts'

const PersonAt = z.object({ personId: Id })
const text = z.string().max(200).optional()
const Asking = z.object({
  given: text,
  family: text,
  'born-day': text,
  'born-month': text,
  'born-year': text,
})

export function routes(app: Routes<Act>, has: Handed): void {
  app.page('/people', {
    may: mayKeepPeople,
    looksAt: 'person',
    query: Asking,
    show: async ({ act, query, csrf }) => {
      const { asked, errors } = readAsked(query, act)
      const likely = asked ? await findPeople(act, asked) : null
      if (!asked) await act.record('person.search-opened', null)
      const form = { values: query, errors, csrf, formKey: '', restored: false }
      return { title: 'Find a person', body: SearchPage({ form, likely }) }
    },
  })

  app.form('/people/new', {
    may: mayKeepPeople,
    looksAt: 'nothing',
    input: PersonTyped,
    show: async ({ act, form }) => {
      const { asked } = readAsked(form.values, act)
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

  app.page('/people/:personId', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    show: async ({ act, params }) => {
      const person = await personToKnow(act, params.personId)
      await act.record('person.viewed', person.id)
      const owner = await rows.agencyName(act.tx, person.ownerAgency)
      const contact = await rows.safeContactOf(act.tx, person.id)
      const looks = await whoLooked(act, person.id, 20)
      const why = await reasonsToSee(act.tx, {
        ownerAgency: person.ownerAgency,
        category: 'identity',
        subject: person.id,
      })
      const panels = []
      for (const panel of has.features.flatMap(feature => feature.panels ?? [])) {
        panels.push({ title: panel.title, body: await panel.show(act, person.id) })
      }
      const chronology = await wholeChronology(act, has, person.id)
      const own = person.ownerAgency === act.viewer.agencyId
      return {
        title: nameOf(person),
        body: PersonPage({ person, agency: owner, contact, panels, chronology, looks, why, own }),
        back: { href: '/people', text: 'Find a person' },
      }
    },
  })

  app.form('/people/:personId/safe-contact', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    input: SafeContactTyped,
    start: async ({ act, params }) => startContact(await rows.safeContactOf(act.tx, params.personId)),
    show: async ({ act, params, form }) => {
      const person = await personToKnow(act, params.personId)
      await act.record('person.viewed', person.id)
      return {
        title: 'Safe contact',
        body: SafeContactPage({ form, name: nameOf(person) }),
        back: { href: `/people/${person.id}`, text: nameOf(person) },
      }
    },
    save: async ({ act, params, input }) => {
      await setSafeContact(act, params.personId, input)
      return { to: `/people/${params.personId}`, notice: 'Safe contact is recorded' }
    },
  })
}

/** A record that this viewer may know of; any other is not there. */
export async function personToKnow(act: Act, id: string) {
  const person = await rows.personRecord(act.tx, id)
  if (!person) throw fault('not-found')
  return person
}

const MOST_ITEMS = 100

async function wholeChronology(act: Act, has: Handed, personRecordId: string): Promise<ChronologyItem[]> {
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

function readAsked(
  typed: Readonly<Record<string, unknown>>,
  act: Act,
): { asked: Asked | null; errors: Record<string, string> } {
  const said = (name: string): string => (typeof typed[name] === 'string' ? typed[name].trim() : '')
  const [given, family, day, month, year] = ['given', 'family', 'born-day', 'born-month', 'born-year'].map(
    said,
  )
  const dated = day || month || year
  if (!given && !family && !dated) return { asked: null, errors: {} }
  const born = dated
    ? readDay(
        { day: day ?? '', month: month ?? '', year: year ?? '' },
        { notAfter: londonDay(act.world.now()) },
      )
    : null
  if (born && !born.ok)
    return { asked: null, errors: { [born.part ? `born-${born.part}` : 'born']: born.says } }
  const on = born?.ok ? born.day : null
  return {
    asked: { givenNames: given || null, familyName: family || null, bornFrom: on, bornTo: on },
    errors: {},
  }
}

const startContact = (known: Awaited<ReturnType<typeof rows.safeContactOf>>) =>
  known
    ? {
        way: known.way ?? '',
        'way-absence': known.wayAbsence ?? '',
        'words-to-use': known.wordsToUse ?? '',
        'do-not': known.doNot ?? '',
        'not-to-be-told': known.notToBeTold ?? '',
        interpreter: known.interpreter ?? '',
      }
    : {}
