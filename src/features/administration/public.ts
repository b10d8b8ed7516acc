import type { Feature } from '#core/manifest/feature.ts'
import { demo } from './demo.ts'
import { mayAdministerOrAgree } from './policy.ts'
import { routes } from './routes.ts'

export { addFirstAdministrator } from './operator.ts'
export { NotACallForHelp, RingNow } from './areas/ring-part.tsx'
export {
  areaForSending,
  areaNames,
  areasForAnyone,
  areasToSendTo,
  nationOfArea,
  nightsOf,
  teamAtThisHour,
  whomToRing,
  whomToRingAnywhere,
  whomToRingForAnyone,
  type SendingArea,
  type WhomToRing,
} from './areas/whom-to-ring.ts'
export { addAccount, askForRole } from './accounts/service.ts'
export { mayAdminister } from './policy.ts'
export { line, Nothing } from './schemas.ts'
export { ladderFor, type LadderStep } from './ladder/queries.ts'
export { policeFor, receiversFor, receivingTeamsOf } from './queries.ts'
export const administration: Feature = {
  name: 'administration',
  routes,
  navigation: [{ href: '/administration', text: 'Administration', may: mayAdministerOrAgree }],
  demo,
}
