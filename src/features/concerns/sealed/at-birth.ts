import type { OwningAct } from '#core/access/act.ts'
import type { AgencyId, SubjectId, UserAccountId } from '#core/access/generated/tables.ts'
import { grant } from '#core/access/grants.ts'
import { excludeNamed, seal, thoseOf, type Holder } from '#core/access/named-people.sql.ts'
import { policeFor, type SendingArea } from '#features/administration/public.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { Category } from '#vocabulary/categories.ts'
import type { Part, WholeConcern } from '../reading.ts'
import { words } from '../words.ts'
import { mayBeNamed, mayBeThePerson, namedInWords, thoseWhoWork, worksForPolice } from './named.ts'

/** Someone whom a sealed concern is for, and in which agency. */
export interface NamedHolder {
  readonly agency: AgencyId
  readonly userId: UserAccountId
  readonly categories: readonly Category[]
  /** They hold no such duty: somebody has to have it. */
  readonly standsIn: boolean
}

/** Who has it when nobody holds the duty: nearest to it first. */
const IN_THEIR_STEAD = ['hold-allegation', 'supervise', 'decide-concern'] as const

/**
 * Whom a sealed concern is for: those who hold the duty in the agency that decides, and in the area's police where someone
 * named works there. Nobody who may be on the concern, or be of a family on it, is among them.
 *
 * @throws Refusal where nobody is left, saying whom to ring; the draft is kept
 */
export async function holdersFor(
  act: OwningAct,
  about: { whole: WholeConcern; area: SendingArea },
): Promise<NamedHolder[]> {
  const named = thoseWhoWork(about.whole)
  const free = (holders: readonly Holder[]) =>
    holders.filter(
      ({ name }) =>
        !mayBeNamed(name, about.whole.parts) && !named.some(({ answers }) => namedInWords(name, answers)),
    )
  const found: NamedHolder[] = []
  const agency = about.area.receivingAgency
  for (const deed of IN_THEIR_STEAD) {
    if (found.length > 0) break
    const standsIn = deed !== 'hold-allegation'
    for (const holder of free(await thoseOf(act, agency, deed))) found.push({ agency, standsIn, ...holder })
  }
  if (found.length === 0) throw new Refusal({ '': words.nobodyMayReceive })
  if (named.some(worksForPolice)) {
    for (const police of await policeFor(act.tx, about.area.id))
      for (const holder of free(await thoseOf(act, police, 'hold-allegation')))
        found.push({ agency: police, standsIn: false, ...holder })
  }
  return found
}

/** Opens a concern to its holders and to whoever sent it, each by name, and closes it to everyone else. */
export async function sealAtBirth(
  act: OwningAct,
  concernId: SubjectId,
  to: {
    holders: readonly NamedHolder[]
    categories: readonly Category[]
    /** Whoever sent it, unless they have no account: of what they sent they read nothing again. */
    sender: UserAccountId | null
  },
): Promise<void> {
  const source = { kind: 'seal', id: concernId } as const
  const what = { subject: concernId, categories: to.categories, source }
  if (to.sender) await grant(act, { kind: 'user', id: to.sender }, what)
  for (const holder of to.holders) {
    // Being named for it does not open health to whoever does not read health.
    const categories = to.categories.filter(category => holder.categories.includes(category))
    if (holder.userId !== to.sender && categories.length > 0)
      await grant(act, { kind: 'user', id: holder.userId }, { ...what, categories })
  }
  // To the agencies too, so that their clocks can run on it: a seal goes before what is opened to an agency.
  for (const agency of new Set(to.holders.map(holder => holder.agency)))
    if (agency !== act.viewer.agencyId) await grant(act, { kind: 'agency', id: agency }, what)
  await seal(act, concernId, 'works-with-children')
}

/**
 * Of a concern that is not sealed: whoever decides in the receiving agency and may be a person named on it is outside it,
 * as long as someone else decides.
 */
export async function passOverNamed(
  act: OwningAct,
  concern: { id: SubjectId; receivingAgency: AgencyId },
  parts: readonly Part[],
): Promise<void> {
  const named = await namedAmong(act, concern.receivingAgency, parts)
  if (named.length > 0) await excludeNamed(act, concern.id, named)
}

/** Of those who decide in an agency, whoever may be a person named: as long as someone else decides. */
export async function namedAmong(
  act: OwningAct,
  agency: AgencyId,
  parts: readonly Part[],
): Promise<UserAccountId[]> {
  const adults = parts.filter(part => part.each !== 'child')
  if (adults.length === 0) return []
  const deciders = await thoseOf(act, agency, 'decide-concern')
  const named = deciders.filter(decider => mayBeThePerson(decider.name, adults))
  return named.length < deciders.length ? named.map(one => one.userId) : []
}
