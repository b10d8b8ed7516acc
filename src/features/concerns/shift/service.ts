import type { Act } from '#core/access/act.ts'
import type { ClockId, ConcernShiftId, TeamId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { giveClocks, startClock } from '#core/clocks/clocks.ts'
import { runningOn } from '#core/clocks/queries.ts'
import { tell } from '#core/notices/notices.ts'
import { nightsOf } from '#features/administration/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { DECIDE, DECIDE_CHILD, OPEN } from '../clock-kinds.ts'
import { putDown, waitForTurn } from '../decide/queries.ts'
import { minutesAfter, MINUTES_TO_OPEN } from '../due.ts'
import { mayDecide } from '../policy.ts'
import { words } from '../words.ts'
import * as rows from './queries.ts'

/** At the end of the day to the emergency duty team, and in the morning back. */
export const TURNS = ['night', 'morning'] as const
export type Turn = (typeof TURNS)[number]

/** No team has so much that is urgent; what is due last waits for the next time. */
const MOST = 200

export interface ToHand {
  readonly item: rows.OpenItem
  readonly from: TeamId
  readonly to: TeamId
}

/**
 * What there is to hand over: for the night what is urgent, or due before the day team is there again; in the morning everything
 * that is with the emergency duty team.
 */
export async function toHandOver(act: Act, turn: Turn): Promise<ToHand[]> {
  const nights = await nightsOf(act)
  const teams = nights.flatMap(({ receivingTeam, outOfHoursTeam }) =>
    outOfHoursTeam === null ? [] : [turn === 'night' ? receivingTeam : outOfHoursTeam],
  )
  if (teams.length === 0) return []
  const open = await rows.openWithTeams(act.tx, { agency: act.viewer.agencyId, teams, most: MOST })
  return open.flatMap(item => {
    const night = nights.find(one => one.id === item.areaId)
    if (!night?.outOfHoursTeam || item.teamId === null) return []
    if (turn === 'morning')
      return item.teamId === night.outOfHoursTeam ? [{ item, from: item.teamId, to: item.receivingTeam }] : []
    const waits = !item.urgent && night.opensAt !== null && item.dueAt > night.opensAt
    return item.teamId === night.outOfHoursTeam || waits
      ? []
      : [{ item, from: item.teamId, to: night.outOfHoursTeam }]
  })
}

export interface HandedToTeam {
  readonly turn: Turn
  readonly chosen: readonly ClockId[]
  /** What the next team has to know of all of them, and of one alone. */
  readonly note: string
  readonly notes: ReadonlyMap<ClockId, string>
}

/**
 * Hands what was chosen to the other team, out of the hand of whoever had it. Of what is in danger now someone of that team has to
 * take it within half an hour.
 *
 * @returns how many went; what was decided or handed meanwhile did not
 */
export async function handToTeam(act: Act, said: HandedToTeam): Promise<number> {
  demand(mayDecide, act.viewer)
  const before = (await toHandOver(act, said.turn)).filter(one => said.chosen.includes(one.item.clockId))
  const turns = [...new Set(before.map(one => one.item.concernId))].toSorted()
  for (const concernId of turns) await waitForTurn(act.tx, concernId)
  const going = (await toHandOver(act, said.turn)).filter(one => said.chosen.includes(one.item.clockId))
  if (going.length === 0) throw new Refusal({ clocks: words.chooseWhatGoes })
  for (const one of going) await handOne(act, one, said)
  await act.recordEach(
    'concern.handed-to-team',
    going.map(one => one.item.concernId),
    { turn: said.turn },
  )
  return going.length
}

async function handOne(act: Act, going: ToHand, said: HandedToTeam): Promise<void> {
  const { item, from, to } = going
  const subject = item.concernId
  const now = act.world.now()
  const owner = { team: to, user: null }
  if (item.kind === DECIDE_CHILD) {
    if (item.childId === null) throw fault('unexpected', 'a part’s clock names no part')
    await giveClocks(act, { subject, kinds: [DECIDE_CHILD], part: item.childId }, owner)
  } else {
    await giveClocks(act, { subject, kinds: [DECIDE, OPEN] }, owner)
    await putDown(act.tx, { subject, agency: act.viewer.agencyId, at: now })
    const running = await runningOn(act.tx, { subject, agency: act.viewer.agencyId })
    if (item.urgent && !running.some(clock => clock.kind === OPEN))
      await startClock(act, {
        kind: OPEN,
        subject,
        category: 'concern',
        ownerAgency: act.viewer.agencyId,
        team: to,
        urgent: true,
        dueAt: minutesAfter(now, MINUTES_TO_OPEN),
      })
  }
  await rows.insertShift(act.tx, {
    id: act.world.uuid<ConcernShiftId>(),
    ownerAgency: act.viewer.agencyId,
    subject,
    clockId: item.clockId,
    fromTeam: from,
    toTeam: to,
    note: said.note,
    ownNote: said.notes.get(item.clockId) ?? null,
    handedBy: act.viewer.id,
    handedByName: act.viewer.name,
    handedAt: now,
  })
  await tell(act, { kind: 'concern.handed-to-team', subject, toTeam: to })
}

/** What was handed to the viewer's own teams and is still with them, newest first, with what they have to know. */
export async function handedToUs(act: Act) {
  const { teams, agencyId } = act.viewer
  if (teams.length === 0) return []
  const open = await rows.openWithTeams(act.tx, { agency: agencyId, teams, most: MOST })
  const shifts = await rows.shiftsOf(
    act.tx,
    open.map(item => item.clockId),
  )
  return open.flatMap(item => {
    const shift = shifts.find(one => one.clockId === item.clockId && one.toTeam === item.teamId)
    return shift ? [{ item, shift }] : []
  })
}
