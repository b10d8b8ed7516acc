import type { Act } from '#core/access/act.ts'
import type { MissingEpisodeId, UserAccountId } from '#core/access/generated/tables.ts'
import { namedTo, stepOutsideOf, thoseOf } from '#core/access/named-people.sql.ts'
import { giveClocks, handClocks, stopClocks } from '#core/clocks/clocks.ts'
import { runningOn } from '#core/clocks/queries.ts'
import type { OutsideOfConcern } from '#core/manifest/feature.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { LOOK } from '../clock.ts'
import { episodesFrom } from '../naming.sql.ts'
import { KEEP_MISSING } from '../policy.ts'
import { teamForMissing } from '../shared.sql.ts'
import { words } from '../words.ts'

/**
 * Whoever is too near to it sees no more of it from now on. That they were to look again goes back to their team, or of an
 * episode for named people only to another of those.
 *
 * @throws Refusal where it is for nobody else who looks for missing children
 */
export async function stepOutside(act: Act, { id }: { id: MissingEpisodeId }): Promise<void> {
  await handBack(act, id)
  await act.record('missing.stepped-outside', id)
  await stepOutsideOf(act, id)
}

/** What was opened from a concern tells of it: outside the one is outside the other. */
export const outsideOfConcern: OutsideOfConcern = async (act, concernId) => {
  for (const id of await episodesFrom(act.tx, concernId)) await stepOutside(act, { id })
}

async function handBack(act: Act, id: MissingEpisodeId): Promise<void> {
  const { agencyId, id: viewer, teams } = act.viewer
  const mine = (await runningOn(act.tx, { subject: id, agency: agencyId })).find(
    clock => clock.kind === LOOK && clock.userId === viewer,
  )
  if (!mine) return
  const named = await namedTo(act, id)
  if (named) {
    const other = await anotherOf(act, named.users)
    if (!other) throw new Refusal({ '': words.onlyOne })
    await handClocks(act, { subject: id, from: viewer, to: other })
  } else if (mine.teamId) await handClocks(act, { subject: id, from: viewer, to: null })
  else await giveToTeam(act, id, teams[0] ?? (await teamForMissing(act, agencyId)))
}

/** Where nobody is in a team it runs no longer; the child stays on the list of the agency. */
async function giveToTeam(act: Act, id: MissingEpisodeId, team: Act['viewer']['teams'][number] | null) {
  if (team) await giveClocks(act, { subject: id, kinds: [LOOK] }, { team, user: null })
  else await stopClocks(act, id, [LOOK])
}

/** Of those whom it is for another who looks for missing children. */
async function anotherOf(act: Act, users: readonly UserAccountId[]): Promise<UserAccountId | null> {
  const lookers = new Set((await thoseOf(act, act.viewer.agencyId, KEEP_MISSING)).map(one => one.userId))
  return users.find(user => user !== act.viewer.id && lookers.has(user)) ?? null
}
