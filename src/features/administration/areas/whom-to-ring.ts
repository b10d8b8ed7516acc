import type { AreaId, TeamId } from '#core/access/generated/tables.ts'
import { dutyAt, opensNext, type DutyHours } from '#core/clocks/duty-hours.ts'
import type { Act } from '#core/access/act.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import type { World } from '#platform/world/world.ts'
import { fault } from '#platform/errors/fault.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import type { Nation } from '#vocabulary/nations.ts'
import { areaById, areaNamesAll, areasOfAgency, areasOpen, hoursOf, receiversFor } from '../queries.ts'

export type SendingArea = NonNullable<Awaited<ReturnType<typeof areaForSending>>>

export async function areaForSending(tx: ScopedTx, typed: string) {
  const id = idOf<AreaId>().safeParse(typed)
  return id.success ? areaById(tx, id.data) : undefined
}

export async function nationOfArea(tx: ScopedTx, id: AreaId): Promise<Nation> {
  const area = await areaById(tx, id)
  if (!area) throw fault('unexpected', 'a concern names an area that is not there')
  return area.nation
}

/** The areas that this viewer's agency sends concerns to. */
export const areasToSendTo = (act: Act) => areasOfAgency(act.tx, act.viewer.agencyId)

/** The areas that someone without an agency sends concerns to: all of them. */
export const areasForAnyone = (tx: ScopedTx) => areasOpen(tx)

/** Where someone reads and at which moment, whoever they are. */
interface Looking {
  readonly tx: ScopedTx
  readonly world: Pick<World, 'now'>
}

export interface WhomToRing {
  /** By name: several where they ring the same. */
  readonly areas: readonly string[]
  readonly team: string
  /** Null until the area's administrator has set it; the screen then says whom else to ring. */
  readonly phone: string | null
  readonly openNow: boolean
}

/** The number to ring at this moment: the duty team's by day, the out-of-hours one otherwise. */
export async function whomToRing(act: Looking, areaId: AreaId): Promise<WhomToRing> {
  const area = await areaById(act.tx, areaId)
  if (!area) throw fault('not-found')
  const hours: DutyHours = {
    nation: area.nation,
    openOnBankHolidays: area.openOnBankHolidays,
    week: await hoursOf(act.tx, areaId),
  }
  const { openNow } = dutyAt(hours, act.world.now())
  return {
    areas: [area.name],
    team: area.teamName,
    phone: openNow ? area.dayPhone : area.outOfHoursPhone,
    openNow,
  }
}

/**
 * The team that has what is urgent in an area at this moment: out of hours the emergency duty team, where it works with the
 * service.
 */
export async function teamAtThisHour(
  act: Looking,
  areaId: AreaId,
): Promise<{ team: TeamId; byNight: boolean }> {
  const area = await areaById(act.tx, areaId)
  if (!area) throw fault('not-found')
  const byNight = area.outOfHoursTeam !== null && !(await whomToRing(act, areaId)).openNow
  return { team: byNight && area.outOfHoursTeam ? area.outOfHoursTeam : area.receivingTeam, byNight }
}

/** The areas that an agency receives for, with who has them out of hours, and when the day team is next there. */
export async function nightsOf(act: Act) {
  const nights = []
  for (const { id, receivingAgency } of await receiversFor(act.tx, act.viewer.agencyId)) {
    if (receivingAgency !== act.viewer.agencyId) continue
    const area = await areaById(act.tx, id)
    if (!area) continue
    const { name, nation, receivingTeam, teamName, outOfHoursTeam, outOfHoursPhone, openOnBankHolidays } =
      area
    const hours: DutyHours = { nation, openOnBankHolidays, week: await hoursOf(act.tx, id) }
    const opensAt = opensNext(hours, act.world.now())
    nights.push({ id, name, receivingTeam, teamName, outOfHoursTeam, outOfHoursPhone, opensAt })
  }
  return nights
}

/** For someone who has not said in which area the child lives: each number that their agency may have to ring. */
export async function whomToRingAnywhere(act: Act): Promise<WhomToRing[]> {
  const rings = []
  for (const area of await areasToSendTo(act)) rings.push(await whomToRing(act, area.id))
  return together(rings)
}

/** For someone without an agency: every number that there is to ring. */
export async function whomToRingForAnyone(looking: Looking): Promise<WhomToRing[]> {
  const rings = []
  for (const area of await areasOpen(looking.tx)) rings.push(await whomToRing(looking, area.id))
  return together(rings)
}

/** Areas that are answered by the same team on the same number, as one. */
export const together = (rings: readonly WhomToRing[]): WhomToRing[] =>
  [...Map.groupBy(rings, ring => `${ring.team} ${ring.phone ?? ''} ${ring.openNow}`).values()].flatMap(
    ([first, ...others]) =>
      first ? [{ ...first, areas: [first, ...others].flatMap(ring => ring.areas) }] : [],
  )

export const areaNames = async (tx: ScopedTx): Promise<Map<AreaId, string>> =>
  new Map((await areaNamesAll(tx)).map(area => [area.id, area.name]))
