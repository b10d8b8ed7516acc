import type { Feature } from '#core/manifest/feature.ts'
import { mayKeepPeople } from './policy.ts'
import { routes } from './routes.ts'

export { nameOf } from './pages.tsx'
export { personToKnow } from './routes.ts'
export { findPeople } from './search.ts'
export { createPersonRecord, type PersonKnown } from './service.ts'

export const people: Feature = {
  name: 'people',
  routes,
  navigation: [{ href: '/people', text: 'Find a person', may: mayKeepPeople }],
}
