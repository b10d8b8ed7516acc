import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { MissingEpisodeId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { mayKeepMissing } from './policy.ts'
import * as rows from './queries.ts'
import { mayBecome, statusOf, type Status } from './status.ts'
import { words } from './words.ts'

export const EpisodeAt = z.object({ episodeId: idOf<MissingEpisodeId>() })

export type Episode = NonNullable<Awaited<ReturnType<typeof rows.episodeById>>>

/** An episode that this viewer may know of; any other is not there. */
export async function episodeToKnow(act: Act, id: MissingEpisodeId): Promise<Episode> {
  const episode = await rows.episodeById(act.tx, id)
  if (!episode) throw fault('not-found')
  return episode
}

/**
 * One that is still open, held until the deed is done.
 *
 * @throws Refusal where it has ended, saying by whom and when
 */
export async function episodeToChange(
  act: Act,
  id: MissingEpisodeId,
  to: Status = 'found',
): Promise<Episode> {
  demand(mayKeepMissing, act.viewer)
  await episodeToKnow(act, id)
  await rows.waitForTurn(act.tx, id)
  // Another may have ended it while this waited: then it is not there any more for whoever it was only opened to.
  const episode = await episodeToKnow(act, id)
  const ending = await rows.endingOf(act.tx, id)
  if (ending && !mayBecome(statusOf(ending), to))
    throw new Refusal({ '': words.alreadyEnded(ending.saidByName, sayMoment(ending.saidAt)) }, 409)
  return episode
}
