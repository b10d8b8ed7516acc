import type { Act } from '#core/access/act.ts'
import type {
  AgencyId,
  AreaId,
  ConcernChildId,
  ConcernId,
  MissingConcernId,
  MissingEpisodeId,
  MissingPersonId,
  PersonRecordId,
  SubjectId,
} from '#core/access/generated/tables.ts'
import { grant } from '#core/access/grants.ts'
import { excludeNamed, namedTo, seal, thoseOf } from '#core/access/named-people.sql.ts'
import { demand } from '#core/access/policy.ts'
import { startClock } from '#core/clocks/clocks.ts'
import { tell } from '#core/notices/notices.ts'
import { teamAtThisHour } from '#features/administration/public.ts'
import { concernsJoinedTo, tooNearTo } from '#features/concerns/public.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { makeReference } from '#vocabulary/ids/reference.ts'
import { LOOK, nextLook, NOT_GRADED } from '../clock.ts'
import { writeEntry } from '../entries.ts'
import { KEEP_MISSING, mayKeepMissing } from '../policy.ts'
import * as rows from '../queries.ts'
import { areasToOpenIn, openToSharers, sharersOf, tellAgency, type Sharer } from '../sharing.ts'
import { teamForMissing } from '../shared.sql.ts'
import { words } from '../words.ts'
import { readBirth, readOwnWord, readPolice, readSeen } from './read.ts'
import type { OpenTyped } from './schemas.ts'

/** From what it is opened: a child of a concern, a record of one's own, or nothing that is here. */
export interface From {
  readonly concern?: { id: ConcernId; childId: ConcernChildId; areaId: AreaId; sealed: boolean }
  readonly person?: PersonRecordId | SubjectId | null
}

/**
 * Opens a child as missing now: to the police and the council of the area at once, with nobody's agreement before it. Of a
 * record for named people only it is opened to those alone (practice B4, B5).
 *
 * @throws Refusal naming what is missing or wrong
 */
export async function openEpisode(act: Act, typed: OpenTyped, from: From = {}): Promise<MissingEpisodeId> {
  demand(mayKeepMissing, act.viewer)
  // What a sealed concern says is for named people; an episode is for two agencies.
  if (from.concern?.sealed) throw new Refusal({ '': words.sealedConcern }, 409)
  const { opening, area, said, police } = await readOpening(act, typed, from)
  const id = act.world.uuid<MissingEpisodeId>()
  const { agencyId } = act.viewer
  await rows.insertEpisode(act.tx, {
    id,
    subject: id,
    ownerAgency: agencyId,
    category: 'welfare',
    since: act.world.now(),
    reference: makeReference('MIS', act.world.randomBytes),
    areaId: area.id,
    ...opening,
    openedBy: act.viewer.id,
    openedByName: act.viewer.name,
    openedAt: act.world.now(),
  })
  const episode = { id, ownerAgency: agencyId, areaId: area.id, receivingAgency: area.receivingAgency }
  await joinTo(act, id, from)
  for (const entry of said) await writeEntry(act, episode, entry)
  const named = from.person ? await namedTo(act, from.person) : null
  const sharers = named ? [] : await sharersOf(act, area)
  if (named) await keepToNamed(act, id, named)
  else await openToSharers(act, { subject: id, episode: id, sharers })
  await passOverTheNear(act, id, { concerns: await concernsOf(act, from), sharers })
  const graded = said.find(one => one.kind === 'graded')
  const grade = graded?.grade ?? NOT_GRADED
  const look = await nextLook(act, grade, police ? 'police' : 'local-authority')
  const own = { kind: LOOK, subject: id, category: 'welfare', ownerAgency: agencyId, ...look } as const
  await startClock(act, { ...own, ...(named ? { user: act.viewer.id } : await ownList(act, area)) })
  for (const sharer of sharers) await startTheirs(act, id, { sharer, grade })
  await act.record('missing.opened', id, {
    from: from.concern ? 'concern' : from.person ? 'record' : 'nothing',
    shared: sharers.map(sharer => sharer.agency),
  })
  return id
}

async function readOpening(act: Act, typed: OpenTyped, from: From) {
  const errors: Record<string, string> = {}
  const now = act.world.now()
  const police = (await rows.agencyKind(act.tx, act.viewer.agencyId)) === 'police'
  const areas = await areasToOpenIn(act)
  if (areas.length === 0) throw new Refusal({ '': words.notYours })
  const wanted = from.concern?.areaId ?? typed.area
  const area = areas.find(one => one.id === wanted)
  if (!area) errors['area'] = words.chooseArea
  const born = readBirth(typed, now, errors)
  const lastSeenAt = readSeen(typed, now, errors)
  const by = { police, name: `${act.viewer.name}, ${act.viewer.agencyName}` }
  const report = readPolice(typed, by, errors)
  const today = londonDay(now)
  const offered = {
    grades: await rows.gradesOffered(act.tx, today),
    words: await rows.wordsOffered(act.tx, today),
  }
  const own = readOwnWord(typed, { police, ...offered }, errors)
  if (Object.keys(errors).length > 0 || !area || !lastSeenAt || !report || !own) throw new Refusal(errors)
  return {
    area,
    police,
    said: [report, own],
    opening: {
      called: typed.called,
      ...born,
      looksLike: typed.looks,
      lastSeenAt,
      lastSeenExact: typed['seen-about'] === '',
      lastSeenWhere: typed.where,
      toldBy: typed['told-by'],
      worry: typed.worry,
    },
  }
}

/** To which record and which concern it belongs: for whoever may know of those, and for nobody else who sees the episode. */
async function joinTo(act: Act, episodeId: MissingEpisodeId, from: From): Promise<void> {
  const shared = { ownerAgency: act.viewer.agencyId, since: act.world.now(), episodeId }
  // Of a concern's child it follows the concern: joined to the wrong record, and parted from it, it is about that one no more.
  if (from.person && !from.concern)
    await rows.insertPerson(act.tx, {
      ...shared,
      id: act.world.uuid<MissingPersonId>(),
      category: 'identity',
      subject: from.person,
    })
  if (from.concern)
    await rows.insertConcern(act.tx, {
      ...shared,
      id: act.world.uuid<MissingConcernId>(),
      category: 'concern',
      subject: from.concern.id,
      concernChildId: from.concern.childId,
    })
}

/** As the record is: for those whom it is for, each by name, and for the same reason. */
async function keepToNamed(
  act: Act,
  id: MissingEpisodeId,
  { users, reason }: NonNullable<Awaited<ReturnType<typeof namedTo>>>,
): Promise<void> {
  for (const userId of users)
    await grant(
      act,
      { kind: 'user', id: userId },
      { subject: id, categories: ['welfare'], source: { kind: 'seal', id } },
    )
  await seal(act, id, reason)
}

/** What it was opened from, and what else the viewer may read about the same child. */
async function concernsOf(act: Act, from: From): Promise<ConcernId[]> {
  const joined = from.person ? await concernsJoinedTo(act, from.person) : []
  return [...new Set([...(from.concern ? [from.concern.id] : []), ...joined])]
}

/** Whoever may be named on a concern about the child, or is outside it, learns nothing from what is opened. */
async function passOverTheNear(
  act: Act,
  id: MissingEpisodeId,
  { concerns, sharers }: { concerns: readonly ConcernId[]; sharers: readonly Sharer[] },
): Promise<void> {
  if (concerns.length === 0) return
  for (const agency of [act.viewer.agencyId, ...sharers.map(sharer => sharer.agency)]) {
    const people = await thoseOf(act, agency, KEEP_MISSING)
    for (const concern of concerns) {
      const near = await tooNearTo(act, concern, people)
      if (near.length > 0) await excludeNamed(act, id, near)
    }
  }
}

/** On whose list it is in the viewer's own agency: out of hours that of the team that is there. */
async function ownList(act: Act, area: { id: AreaId; receivingAgency: AgencyId }) {
  if (area.receivingAgency === act.viewer.agencyId) return { team: (await teamAtThisHour(act, area.id)).team }
  const team = act.viewer.teams[0] ?? (await teamForMissing(act, act.viewer.agencyId))
  return team ? { team } : { user: act.viewer.id }
}

async function startTheirs(
  act: Act,
  id: MissingEpisodeId,
  { sharer, grade }: { sharer: Sharer; grade: string },
): Promise<void> {
  const look = await nextLook(act, grade, sharer.kind)
  const clock = { kind: LOOK, subject: id, category: 'welfare', ownerAgency: sharer.agency, ...look } as const
  // Of an agency without a team nobody has it on a list; all who look for missing children there are told.
  if (sharer.team) await startClock(act, { ...clock, team: sharer.team })
  if (sharer.team && sharer.kind !== 'police')
    await tell(act, { kind: 'missing.opened', subject: id, toTeam: sharer.team })
  else await tellAgency(act, { kind: 'missing.opened', subject: id, agency: sharer.agency })
}
