import type { Act } from '#core/access/act.ts'
import type { Handed } from '#core/manifest/feature.ts'
import type { Routes } from '#platform/http/routes.ts'
import { accountRoutes } from './accounts/routes.ts'
import { agencyRoutes } from './agencies/routes.ts'
import { areaRoutes } from './areas/routes.ts'
import { firstAdministratorRoutes } from './first-administrators/routes.ts'
import { ladderRoutes } from './ladder/routes.ts'
import { partnershipRoutes } from './partnerships/routes.ts'
import { teamRoutes } from './teams/routes.ts'

export function routes(app: Routes<Act>, has: Handed): void {
  accountRoutes(app, has)
  teamRoutes(app)
  agencyRoutes(app)
  firstAdministratorRoutes(app, has)
  partnershipRoutes(app)
  ladderRoutes(app)
  areaRoutes(app)
}
