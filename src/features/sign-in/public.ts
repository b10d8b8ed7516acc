import type { Feature } from '#core/manifest/feature.ts'
import { routes } from './routes.ts'

export { makeFirstSetUpCode, makeSetUpCode } from './service.ts'

export const signIn: Feature = { name: 'sign-in', routes }
