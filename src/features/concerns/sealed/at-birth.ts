import type { Act } from '#core/access/act.ts'
import type { AgencyId, UserAccountId } from '#core/access/generated/tables.ts'
import { grant } from '#core/access/grants.ts'
import { seal, thoseOf, type Holder } from '#core/access/named-people.sql.ts'
import { policeFor, type SendingArea } from '#features/administration/public.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { Category } from '#vocabulary/categories.ts'
import { words } from '../words.ts'
import type { Part } from '../reading.ts'
import type { ConcernRow } from '../send/service.ts'
import { mayBeNamed, worksForPolice } from './named.ts'

/** Someone whose duty it is, and in which agency. */
export interface NamedHolder {
  readonly agency: AgencyId
  readonly userId: UserAccountId
  readonly categories: readonly Category[]
}

/** Who decides when nobody holds the duty: nearest to it first. The receiving agency always has someone who decides. */
const IN_THEIR_STEAD = ['hold-allegation', 'supervise', 'decide-concern'] as const

/**
 * Whom a concern about these people is for: those who hold the duty in the agency that decides, and in the area's police
 * where one of them works there. Nobody who may be named, or be of their family, is among them.
 *
 * @throws Refusal where nobody is left, with the number to ring; the draft is kept
 */
export async function holdersFor(
  act: Act,
  about: { named: readonly Part[]; area: SendingArea },
): Promise<NamedHolder[]> {
  const free = (holders: readonly Holder[]) => holders.filter(holder => !mayBeNamed(holder.name, about.named))
  const found: NamedHolder[] = []
  for (const deed of IN_THEIR_STEAD) {
    if (found.length > 0) break
    for (const holder of free(await thoseOf(act, about.area.receivingAgency, deed)))
      found.push({ agency: about.area.receivingAgency, ...holder })
  }
  if (found.length === 0) throw new Refusal({ '': words.nobodyMayReceive })
  if (about.named.some(worksForPolice)) {
    for (const agency of await policeFor(act.tx, about.area.id))
      for (const holder of free(await thoseOf(act, agency, 'hold-allegation')))
        found.push({ agency, ...holder })
  }
  return found
}

/** Opens a concern to its holders and to whoever sent it, each by name, and closes it to everyone else. */
export async function sealAtBirth(
  act: Act,
  concern: ConcernRow,
  to: { holders: readonly NamedHolder[]; categories: readonly Category[] },
): Promise<void> {
  const source = { kind: 'seal', id: concern.id } as const
  const what = { subject: concern.id, categories: to.categories, source }
  await grant(act, { kind: 'user', id: act.viewer.id }, what)
  for (const holder of to.holders) {
    // Being named for it does not open health to whoever does not read health.
    const categories = to.categories.filter(category => holder.categories.includes(category))
    if (holder.userId !== act.viewer.id && categories.length > 0)
      await grant(act, { kind: 'user', id: holder.userId }, { ...what, categories })
  }
  // To the agencies too, so that their clocks can run on it: a seal goes before what is opened to an agency.
  for (const agency of new Set(to.holders.map(holder => holder.agency)))
    if (agency !== act.viewer.agencyId) await grant(act, { kind: 'agency', id: agency }, what)
  await seal(act, concern.id, 'works-with-children')
}
