import { actAs } from '#core/audit/acting.ts'
import type { DemoArea } from '#core/manifest/feature.ts'
import { MadeUp } from '#core/manifest/made-up.ts'
import { features } from './feature-list.ts'
import type { Installation } from './installation.ts'

/** Fills an empty installation with the made-up area; one that is filled is left as it is. */
export async function makeArea(here: Installation): Promise<boolean> {
  const operator = here.connect('sightline_keeper', 1)
  const known = await operator.selectFrom('agency').select('id').limit(1).execute()
  if (known.length > 0) return false
  const db = here.connect('sightline_app', 2)
  const area: DemoArea = {
    world: here.world,
    operator,
    made: new MadeUp(),
    asUser: (userId, work, at) =>
      actAs({ db, world: at ? { ...here.world, now: () => at } : here.world }, userId, work),
  }
  for (const feature of features) await feature.demo?.(area)
  return true
}
