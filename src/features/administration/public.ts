import type { Feature } from '#core/manifest/feature.ts'
import { demo } from './demo.ts'

export { addFirstAdministrator } from './operator.ts'
export {
  areaForSending,
  areaNames,
  areasToSendTo,
  nationOfArea,
  whomToRing,
  type SendingArea,
  type WhomToRing,
} from './areas.ts'
export const administration: Feature = { name: 'administration', demo }
