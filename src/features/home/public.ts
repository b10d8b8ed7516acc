import type { Feature } from '#core/manifest/feature.ts'
import { routes } from './routes.ts'

export const home: Feature = {
  name: 'home',
  routes,
  ledgerWords: {
    'work.listed': 'Was shown the name on their home page',
    'clock.raised-late': 'Told the supervisors that it is late',
  },
}
