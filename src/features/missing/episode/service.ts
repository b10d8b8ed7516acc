import type { Act } from '#core/access/act.ts'
import type { AgencyId, MissingEndingId, MissingEpisodeId, SubjectId } from '#core/access/generated/tables.ts'
import { hastenClocks } from '#core/clocks/clocks.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { LOOK, lookAgainBy, nextLook, NOT_GRADED, takeLook } from '../clock.ts'
import { standingOf, writeEntry, type Said } from '../entries.ts'
import { episodeToChange, type Episode } from '../episode-at.ts'
import { readPolice } from '../open/read.ts'
import type { PoliceTyped } from '../open/schemas.ts'
import * as rows from '../queries.ts'
import { endForAll } from '../shared.sql.ts'
import { openToSharers, othersOn, tellAgency } from '../sharing.ts'
import { readWhen } from '../when.ts'
import { words } from '../words.ts'
import type { FoundTyped } from './schemas.ts'

const ownKind = (act: Act): Promise<string> => rows.agencyKind(act.tx, act.viewer.agencyId)

const isPolice = async (act: Act): Promise<boolean> => (await ownKind(act)) === 'police'

/** Why the viewer's agency may not grade it, or not say what children's services call it; null where it may. */
export const whyNotGraded = async (act: Act): Promise<string | null> =>
  (await isPolice(act)) ? null : words.policeGrade
export const whyNotWorded = async (act: Act): Promise<string | null> =>
  (await ownKind(act)) === 'local-authority' ? null : words.councilSays

/** The police grade it. The next look is due by the new grade, and no later than it was. */
export async function gradeEpisode(
  act: Act,
  id: MissingEpisodeId,
  said: { grade: string; why: string },
): Promise<void> {
  const episode = await episodeToChange(act, id)
  const not = await whyNotGraded(act)
  if (not) throw new Refusal({ '': not })
  const offered = await rows.gradesOffered(act.tx, londonDay(act.world.now()))
  if (!offered.some(one => one.code === said.grade)) throw new Refusal({ grade: words.chooseGrade })
  await writeEntry(act, episode, { kind: 'graded', grade: said.grade, says: said.why })
  await hastenClocks(act, { subject: id, kinds: [LOOK] }, await nextLook(act, said.grade, 'police'))
  await act.record('missing.graded', id, { grade: said.grade })
}

/** Children's services say what they call it. What the police say stands beside it, also where they do not agree. */
export async function wordEpisode(
  act: Act,
  id: MissingEpisodeId,
  said: { word: string; why: string },
): Promise<void> {
  const episode = await episodeToChange(act, id)
  const not = await whyNotWorded(act)
  if (not) throw new Refusal({ '': not })
  if (!(await rows.wordsOffered(act.tx, londonDay(act.world.now()))).some(one => one.code === said.word))
    throw new Refusal({ word: words.chooseWord })
  await writeEntry(act, episode, { kind: 'worded', word: said.word, says: said.why })
  await act.record('missing.worded', id, { word: said.word })
}

/** By when the viewer's agency looks next, by what the police graded last. */
async function nextLookOn(act: Act, id: MissingEpisodeId) {
  const { graded } = standingOf(await rows.entriesOn(act.tx, [id]))
  return nextLook(act, graded?.grade ?? NOT_GRADED, await ownKind(act))
}

/** From now on the viewer is on it for their agency, whoever was before. */
export async function beOnIt(act: Act, id: MissingEpisodeId): Promise<void> {
  const episode = await episodeToChange(act, id)
  await writeEntry(act, episode, { kind: 'on-it' })
  await takeLook(act, id, await nextLookOn(act, id))
  await act.record('missing.taken', id)
}

/** Somebody of the viewer's agency has looked at it again: from now on the next look is due. */
export async function lookAgain(act: Act, id: MissingEpisodeId, says: string): Promise<void> {
  const episode = await episodeToChange(act, id)
  await writeEntry(act, episode, { kind: 'looked', says })
  await lookAgainBy(act, id, await nextLookOn(act, id))
  await act.record('missing.looked-again', id)
}

export async function addEntry(
  act: Act,
  id: MissingEpisodeId,
  said: Extract<Said, { kind: 'looked' | 'seen' | 'heard' | 'done' }>,
): Promise<void> {
  const episode = await episodeToChange(act, id)
  await writeEntry(act, episode, said)
  await act.record('missing.entry-added', id, { kind: said.kind })
}

/** What the police were told, or under which reference they have it. What was said of it before stays. */
export async function sayReported(act: Act, id: MissingEpisodeId, typed: PoliceTyped): Promise<void> {
  const episode = await episodeToChange(act, id)
  const errors: Record<string, string> = {}
  const by = { police: await isPolice(act), name: `${act.viewer.name}, ${act.viewer.agencyName}` }
  const said = readPolice(typed, by, errors)
  if (Object.keys(errors).length > 0 || !said) throw new Refusal(errors)
  await writeEntry(act, episode, said)
  await act.record('missing.reported', id)
}

/** The child is found: it leaves everybody's list at once, and nobody but whose record it is sees it any more. */
export async function sayFound(act: Act, id: MissingEpisodeId, typed: FoundTyped): Promise<Episode> {
  const episode = await episodeToChange(act, id)
  const errors: Record<string, string> = {}
  const foundAt = readWhen(
    'found',
    {
      on: typed['found-on'],
      day: typed['found-day'],
      month: typed['found-month'],
      year: typed['found-year'],
      time: typed['found-time'],
    },
    { now: act.world.now(), errors },
  )
  if (foundAt && foundAt < episode.lastSeenAt) errors['found-time'] = words.foundBeforeSeen
  if (Object.keys(errors).length > 0 || !foundAt) throw new Refusal(errors)
  await end(act, episode, {
    kind: 'found',
    foundAt,
    foundWhere: typed.where,
    foundBy: typed.by,
    says: typed.how,
  })
  return episode
}

/** No child is missing. It is an ordinary ending, with the reason. */
export async function sayMistake(act: Act, id: MissingEpisodeId, why: string): Promise<Episode> {
  const episode = await episodeToChange(act, id, 'opened-by-mistake')
  await end(act, episode, {
    kind: 'opened-by-mistake',
    foundAt: null,
    foundWhere: null,
    foundBy: null,
    says: why,
  })
  return episode
}

async function end(
  act: Act,
  episode: Episode,
  how: Pick<Parameters<typeof rows.insertEnding>[1], 'kind' | 'foundAt' | 'foundWhere' | 'foundBy' | 'says'>,
): Promise<void> {
  const id = act.world.uuid<MissingEndingId & SubjectId>()
  const own = episode.ownerAgency === act.viewer.agencyId
  const subject: SubjectId = own ? episode.id : id
  const others = await othersOn(act, episode)
  await rows.insertEnding(act.tx, {
    id,
    ownerAgency: act.viewer.agencyId,
    category: 'welfare',
    subject,
    since: act.world.now(),
    episodeId: episode.id,
    ...how,
    saidBy: act.viewer.id,
    saidByName: act.viewer.name,
    saidAt: act.world.now(),
  })
  await tellOfEnd(act, episode, { others, subject, ending: how.kind })
  await act.record(how.kind === 'found' ? 'missing.found' : 'missing.opened-by-mistake', episode.id)
  await endForAll(act, episode.id)
}

/** Whose record it is reads how it ended; the others hear that it has, and see no more of it. */
async function tellOfEnd(
  act: Act,
  episode: Episode,
  of: { others: readonly AgencyId[]; subject: SubjectId; ending: 'found' | 'opened-by-mistake' },
): Promise<void> {
  if (of.subject !== episode.id) {
    const sharers = [{ agency: episode.ownerAgency }]
    await openToSharers(act, { subject: of.subject, episode: episode.id, sharers })
  }
  const kind = of.ending === 'found' ? 'missing.found' : 'missing.mistaken'
  for (const agency of of.others) await tellAgency(act, { kind, subject: episode.id, agency })
}
