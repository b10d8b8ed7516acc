import type { Act } from '#core/access/act.ts'
import type { MissingEpisodeId } from '#core/access/generated/tables.ts'
import { meetClocks, startClock, takeClocks } from '#core/clocks/clocks.ts'
import { runningOn } from '#core/clocks/queries.ts'
import { fault } from '#platform/errors/fault.ts'
import { gradesAll } from './queries.ts'

/** In each agency that looks for the child: somebody looks again. It runs from when it is opened until the child is found. */
export const LOOK = 'missing.look'

export const NOT_GRADED = 'not-graded'

const HOUR = 3_600_000

/** By when someone looks again, in hours that go by at night as by day; and whether it is danger now. */
export async function nextLook(
  act: Act,
  grade: string,
  agencyKind: string,
): Promise<{ dueAt: Date; urgent: boolean }> {
  const row = (await gradesAll(act.tx)).find(one => one.code === grade)
  if (!row) throw fault('unexpected', 'a grade has no hours')
  const hours = agencyKind === 'police' ? row.policeHours : row.councilHours
  return { dueAt: new Date(act.world.now().getTime() + hours * HOUR), urgent: row.urgent }
}

/** The viewer has it in hand for their agency; where nothing runs there, as without a team that could have it, it runs from now. */
export async function takeLook(
  act: Act,
  episode: MissingEpisodeId,
  next: { dueAt: Date; urgent: boolean },
): Promise<void> {
  const running = await runningOn(act.tx, { subject: episode, agency: act.viewer.agencyId })
  if (running.some(one => one.kind === LOOK)) await takeClocks(act, episode, [LOOK])
  else await lookAgainBy(act, episode, next)
}

/** Someone of the viewer's agency has looked: the next look is due by the grade, with whoever has it. */
export async function lookAgainBy(
  act: Act,
  episode: MissingEpisodeId,
  next: { dueAt: Date; urgent: boolean },
): Promise<void> {
  const { agencyId, id } = act.viewer
  const runs = (await runningOn(act.tx, { subject: episode, agency: agencyId })).find(
    one => one.kind === LOOK,
  )
  await meetClocks(act, episode, [LOOK])
  await startClock(act, {
    kind: LOOK,
    subject: episode,
    category: 'welfare',
    ownerAgency: agencyId,
    ...(runs?.teamId ? { team: runs.teamId } : {}),
    ...(runs?.userId ? { user: runs.userId } : {}),
    ...(runs?.teamId || runs?.userId ? {} : { user: id }),
    ...next,
  })
}
