import { unsentOf } from '#core/access/referrers.sql.ts'
import { actAs, actAsReferrer } from '#core/audit/acting.ts'
import type { DemoArea } from '#core/manifest/feature.ts'
import { MadeUp } from '#core/manifest/made-up.ts'
import { seededBytes } from '#platform/world/seeded.ts'
import { uuidAt } from '#platform/world/uuid.ts'
import type { World } from '#platform/world/world.ts'
import { features } from './feature-list.ts'
import type { Installation } from './installation.ts'
import { makeCrowd } from './made-up/crowd.ts'
import { areaOf } from './made-up/size.ts'

/** What filling an area needs of an installation. */
type Here = Pick<Installation, 'address' | 'connect' | 'world'>

/** Fills an empty installation with the first town of the made-up area; one that is filled is left as it is. */
export const makeArea = (here: Here): Promise<boolean> => makeFor(here, { wide: false, world: here.world })

/** The whole area, the same every time on the same day: the stories through their deeds, the many children as rows. */
export async function makeWholeArea(here: Here, children: number): Promise<boolean> {
  const world = sameEveryTime(here.world)
  if (!(await makeFor(here, { wide: true, world }))) return false
  await makeCrowd(here.address, areaOf(children), { now: world.now() })
  return true
}

async function makeFor(here: Here, { wide, world }: { wide: boolean; world: World }): Promise<boolean> {
  const operator = here.connect('sightline_keeper', 1)
  const known = await operator.selectFrom('agency').select('id').limit(1).execute()
  if (known.length > 0) return false
  const db = here.connect('sightline_app', 2)
  const gate = here.connect('sightline_gate', 1)
  const area: DemoArea = {
    world,
    operator,
    made: new MadeUp(),
    wide,
    asUser: (userId, work, at) =>
      actAs({ db, world: at ? { ...world, now: () => at } : world }, userId, work),
    proves: (email, at) => unsentOf(gate, { email, fresh: world.uuid(), now: at }),
    asReferrer: (id, work, at) => actAsReferrer({ db, world: { ...world, now: () => at } }, id, work),
  }
  for (const feature of features) await feature.demo?.(area)
  return true
}

/** A world that stands still at this minute, with seeded chances. Nothing secret is drawn from it. */
function sameEveryTime(world: World): World {
  const randomBytes = seededBytes(5)
  const now = new Date(Math.floor(world.now().getTime() / 60_000) * 60_000)
  return { ...world, now: () => now, randomBytes, uuid: () => uuidAt(now, randomBytes(10)) }
}
