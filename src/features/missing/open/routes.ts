import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { AreaId, ConcernChildId, ConcernId, SubjectId } from '#core/access/generated/tables.ts'
import { namedTo } from '#core/access/named-people.sql.ts'
import { whomToRing, whomToRingAnywhere } from '#features/administration/public.ts'
import { childToTakeOver } from '#features/concerns/public.ts'
import { bornTyped, nameOf, ownPerson, PersonAt } from '#features/people/public.ts'
import type { PageBody, Routes } from '#platform/http/routes.ts'
import type { FormState, FormValues } from '#platform/ui/form-state.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { mayKeepMissing, mayOpenFromConcern, mayOpenFromRecord } from '../policy.ts'
import { agencyKind, gradesOffered, wordsOffered } from '../queries.ts'
import { agenciesFor, areasToOpenIn, namesOf, PROTECTED } from '../sharing.ts'
import { words } from '../words.ts'
import { NotOpenedHere, OpenPage } from './pages.tsx'
import { OpenTyped } from './schemas.ts'
import { openEpisode } from './service.ts'

const ChildAt = z.object({ concernId: idOf<ConcernId>(), childId: idOf<ConcernChildId>() })
const TITLE = 'Open as missing'
const OPENED = 'It is open. Ring those who have to know now'
/** Whoever opens it may press again and again while a child is in danger: it meets no limit. */
const NEVER_HELD_UP = 'nothing'

export function routes(app: Routes<Act>): void {
  app.form('/missing/new', {
    may: mayKeepMissing,
    looksAt: 'nothing',
    counts: NEVER_HELD_UP,
    input: OpenTyped,
    start: async ({ act }) => theOneArea(act),
    show: async ({ act, form }) => pageFor(act, form, { taken: null, record: null }),
    save: async ({ act, input }) => ({ to: `/missing/${await openEpisode(act, input)}`, notice: OPENED }),
  })

  app.form('/concerns/:concernId/children/:childId/missing', {
    may: mayOpenFromConcern,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: ChildAt,
    input: OpenTyped,
    start: async ({ act, params }) => {
      const { child, known } = await childToTakeOver(act, params)
      return { called: child.called, ...bornOrNot(known) }
    },
    show: async ({ act, params, form }) => {
      const { concern, record } = await childToTakeOver(act, params)
      await act.record('concern.viewed', concern.id)
      const back = { href: `/concerns/${concern.id}`, text: 'The concern' }
      const ring = await whomToRing(act, concern.areaId)
      if (concern.sealed)
        return {
          title: TITLE,
          body: NotOpenedHere({ says: words.sealedConcern, rings: [ring], plain: true }),
          back,
        }
      const about = { taken: words.taken(concern.reference), record, of: { areaId: concern.areaId, ring } }
      return { ...(await pageFor(act, form, about)), back }
    },
    save: async ({ act, params, input }) => {
      const { concern, child, record } = await childToTakeOver(act, params)
      const id = await openEpisode(act, input, {
        concern: { id: concern.id, childId: child.id, areaId: concern.areaId, sealed: concern.sealed },
        person: record,
      })
      return { to: `/missing/${id}`, notice: OPENED }
    },
  })

  app.form('/people/:personId/missing', {
    may: mayOpenFromRecord,
    looksAt: 'person',
    counts: NEVER_HELD_UP,
    params: PersonAt,
    input: OpenTyped,
    start: async ({ act, params }) => {
      const person = await ownPerson(act, params.personId)
      return { called: nameOf(person), ...bornOrNot(person), ...(await theOneArea(act)) }
    },
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      await act.record('person.viewed', person.id)
      const page = await pageFor(act, form, { taken: words.takenFromRecord, record: person.id })
      return { ...page, back: { href: `/people/${person.id}`, text: nameOf(person) } }
    },
    save: async ({ act, params, input }) => {
      const person = await ownPerson(act, params.personId)
      const id = await openEpisode(act, input, { person: person.id })
      return { to: `/missing/${id}`, notice: OPENED }
    },
  })
}

const bornOrNot = (born: Parameters<typeof bornTyped>[0]): FormValues =>
  born.bornFrom ? bornTyped(born) : { 'age-not-known': 'yes' }

/** Where there is one area only, nobody has to choose it. */
async function theOneArea(act: Act): Promise<FormValues> {
  const [only, ...others] = await areasToOpenIn(act)
  return only && others.length === 0 ? { area: only.id } : {}
}

async function pageFor(
  act: Act,
  form: FormState,
  about: {
    taken: string | null
    /** Of which record: what is for named people only stays with those. */
    record: SubjectId | null
    /** The area that a concern names: then none is asked. */
    of?: { areaId: AreaId; ring: Awaited<ReturnType<typeof whomToRing>> }
  },
): Promise<PageBody> {
  const areas = await areasToOpenIn(act)
  const rings = about.of ? [about.of.ring] : await whomToRingAnywhere(act)
  const police = (await agencyKind(act.tx, act.viewer.agencyId)) === 'police'
  const today = londonDay(act.world.now())
  const where = about.of ? areas.filter(area => area.id === about.of?.areaId) : areas
  const body =
    areas.length === 0
      ? NotOpenedHere({ says: words.notYours, rings, plain: false })
      : OpenPage({
          form,
          rings,
          police,
          areas: about.of ? [] : areas,
          grades: await gradesOffered(act.tx, today),
          words: await wordsOffered(act.tx, today),
          taken: about.taken,
          goesTo: await whoSeesIt(act, { record: about.record, where, police }),
        })
  return { title: TITLE, body, back: { href: '/missing', text: 'Missing now' } }
}

/** Who will see it, by the same rule by which it is opened: of several areas that differ, of each. */
async function whoSeesIt(
  act: Act,
  of: { record: SubjectId | null; where: Awaited<ReturnType<typeof areasToOpenIn>>; police: boolean },
): Promise<string[]> {
  const named = of.record ? await namedTo(act, of.record) : null
  if (named) return [words.alone(named.reason === PROTECTED, of.police)]
  const byArea = []
  for (const area of of.where)
    byArea.push({ area: area.name, names: await namesOf(act, await agenciesFor(act, area)) })
  const [first] = byArea
  if (first && byArea.every(one => one.names.join() === first.names.join()))
    return [words.goesTo(first.names)]
  return byArea.map(one => words.goesToIn(one.area, one.names))
}
