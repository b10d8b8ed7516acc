import type { Act } from '#core/access/act.ts'
import { namedTo } from '#core/access/named-people.sql.ts'
import { reasonsToSee } from '#core/access/queries.ts'
import { sayReason } from '#core/access/words.ts'
import { runningOn } from '#core/clocks/queries.ts'
import { whomToRing } from '#features/administration/public.ts'
import { LOOK } from '../clock.ts'
import { labelIn, standingOf } from '../entries.ts'
import type { Episode } from '../episode-at.ts'
import { mayDecideOnConcerns } from '../policy.ts'
import * as rows from '../queries.ts'
import { namesOf, othersOn } from '../sharing.ts'
import { statusOf } from '../status.ts'

export type EpisodeView = Awaited<ReturnType<typeof viewEpisode>>

/** All that is read on one episode. */
export async function viewEpisode(act: Act, episode: Episode) {
  const { agencyId } = act.viewer
  const entries = await rows.entriesOn(act.tx, [episode.id])
  const ending = await rows.endingOf(act.tx, episode.id)
  const [grades, words] = [await rows.gradesAll(act.tx), await rows.wordsAll(act.tx)]
  const runs = await runningOn(act.tx, { subject: episode.id, agency: agencyId })
  const concern = mayDecideOnConcerns.allows(act.viewer)
    ? await rows.concernOf(act.tx, episode.id)
    : undefined
  const why = await reasonsToSee(act.tx, {
    ownerAgency: episode.ownerAgency,
    category: 'welfare',
    subject: episode.id,
  })
  return {
    episode,
    status: statusOf(ending),
    ending,
    entries,
    standing: standingOf(entries),
    sayGrade: (code: string) => labelIn(grades, code),
    sayWord: (code: string) => labelIn(words, code),
    police: (await rows.agencyKind(act.tx, agencyId)) === 'police',
    now: act.world.now(),
    lookBy: runs.find(clock => clock.kind === LOOK)?.dueAt ?? null,
    concern,
    person: await rows.personOf(act.tx, episode.id),
    /** Why it is for named people only; null where it is not. */
    namedOnly: (await namedTo(act, episode.id))?.reason ?? null,
    sharedWith: await namesOf(act, await othersOn(act, episode)),
    ring: await whomToRing(act, episode.areaId),
    why: why.map(sayReason),
  }
}
