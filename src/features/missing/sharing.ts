import type { Act } from '#core/access/act.ts'
import type { AgencyId, AreaId, MissingEpisodeId, SubjectId, TeamId } from '#core/access/generated/tables.ts'
import { grant } from '#core/access/grants.ts'
import { sealedTo } from '#core/access/named-people.sql.ts'
import { agencyName } from '#core/access/queries.ts'
import { tell } from '#core/notices/notices.ts'
import { policeFor, receiversFor, teamAtThisHour } from '#features/administration/public.ts'
import { KEEP_MISSING } from './policy.ts'
import { agencyKind } from './queries.ts'
import { teamForMissing } from './shared.sql.ts'

/** What is shared is one category: police and children's services both cover it, and records officers do not (migration 0063). */
const CATEGORIES = ['welfare'] as const

export interface Sharer {
  readonly agency: AgencyId
  /** On whose list it comes there. */
  readonly team: TeamId | null
  readonly kind: string
}

/** The reason of a seal by which an identity is protected; by any other it is only said that it is for named people. */
export const PROTECTED = 'protected-person'

/** Those who look for a child of an area besides the viewer's agency: its police, and the council that receives for it. */
export async function agenciesFor(act: Act, area: AreaOf): Promise<AgencyId[]> {
  const all = new Set([area.receivingAgency, ...(await policeFor(act.tx, area.id))])
  all.delete(act.viewer.agencyId)
  return [...all]
}

export interface AreaOf {
  readonly id: AreaId
  readonly receivingAgency: AgencyId
}

/** The same, with on whose list it comes there. */
export async function sharersOf(act: Act, area: AreaOf): Promise<Sharer[]> {
  const sharers = []
  for (const agency of await agenciesFor(act, area)) {
    const team =
      agency === area.receivingAgency
        ? (await teamAtThisHour(act, area.id)).team
        : await teamForMissing(act, agency)
    sharers.push({ agency, team, kind: await agencyKind(act.tx, agency) })
  }
  return sharers
}

/** The areas for which the viewer's agency opens a missing child: the police of all that they work with, a council of its own. */
export async function areasToOpenIn(act: Act) {
  const areas = await receiversFor(act.tx, act.viewer.agencyId)
  const police = (await agencyKind(act.tx, act.viewer.agencyId)) === 'police'
  const own = areas.filter(area => police || area.receivingAgency === act.viewer.agencyId)
  return [...new Map(own.map(area => [area.id, area])).values()]
}

/** Opens to the others what the viewer's agency has just written, until the child is found. */
export async function openToSharers(
  act: Act,
  what: { subject: SubjectId; episode: MissingEpisodeId; sharers: readonly Pick<Sharer, 'agency'>[] },
): Promise<void> {
  for (const { agency } of what.sharers)
    await grant(
      act,
      { kind: 'agency', id: agency },
      {
        subject: what.subject,
        categories: CATEGORIES,
        source: { kind: 'missing-child', id: what.episode },
      },
    )
}

/** With whom an episode is shared now besides the viewer's agency; nobody, where the child's identity is protected. */
export async function othersOn(
  act: Act,
  episode: { id: MissingEpisodeId; areaId: AreaId; receivingAgency: AgencyId; ownerAgency: AgencyId },
): Promise<AgencyId[]> {
  if ((await sealedTo(act, episode.id)) !== null) return []
  const all = new Set([
    episode.ownerAgency,
    episode.receivingAgency,
    ...(await policeFor(act.tx, episode.areaId)),
  ])
  all.delete(act.viewer.agencyId)
  return [...all]
}

/** Agencies by name, in order. */
export async function namesOf(act: Act, agencies: readonly AgencyId[]): Promise<string[]> {
  const names = []
  for (const id of agencies) names.push(await agencyName(act.tx, id))
  return names.toSorted()
}

export const tellAgency = (
  act: Act,
  what: { kind: string; subject: SubjectId; agency: AgencyId },
): Promise<void> =>
  tell(act, {
    kind: what.kind,
    subject: what.subject,
    toAgency: { id: what.agency, forDeed: KEEP_MISSING },
  })
