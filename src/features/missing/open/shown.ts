import type { Act } from '#core/access/act.ts'
import type { AreaId, SubjectId } from '#core/access/generated/tables.ts'
import { namedTo } from '#core/access/named-people.sql.ts'
import { whomToRingAnywhere, type WhomToRing } from '#features/administration/public.ts'
import { bornTyped } from '#features/people/public.ts'
import type { PageBody } from '#platform/http/routes.ts'
import type { FormState, FormValues } from '#platform/ui/form-state.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { agencyKind, gradesOffered, openAndCalled, wordsOffered } from '../queries.ts'
import { agenciesFor, areasToOpenIn, namesOf, PROTECTED } from '../sharing.ts'
import { words } from '../words.ts'
import { NotOpenedHere, OpenPage } from './pages.tsx'

export const TITLE = 'Open as missing'

export const bornOrNot = (born: Parameters<typeof bornTyped>[0]): FormValues =>
  born.bornFrom ? bornTyped(born) : { 'age-not-known': 'yes' }

/** Where there is one area only, nobody has to choose it. */
export async function theOneArea(act: Act): Promise<FormValues> {
  const [only, ...others] = await areasToOpenIn(act)
  return only && others.length === 0 ? { area: only.id } : {}
}

/** The form, with who will see what is written, or why it is not opened here. */
export async function pageFor(
  act: Act,
  form: FormState,
  about: {
    taken: string | null
    /** Of which record: what is for named people only stays with those. */
    record: SubjectId | null
    /** The area that a concern names: then none is asked. */
    of?: { areaId: AreaId; ring: WhomToRing }
  },
): Promise<PageBody> {
  const areas = await areasToOpenIn(act)
  const rings = about.of ? [about.of.ring] : await whomToRingAnywhere(act)
  const police = (await agencyKind(act.tx, act.viewer.agencyId)) === 'police'
  const today = londonDay(act.world.now())
  const where = about.of ? areas.filter(area => area.id === about.of?.areaId) : areas
  const { called } = form.values
  const open = typeof called === 'string' ? await openAndCalled(act.tx, called) : []
  // Their names are shown, as a list shows them.
  if (open.length > 0) await act.record('missing.listed', null, { shown: open.map(one => one.id) })
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
          open,
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
