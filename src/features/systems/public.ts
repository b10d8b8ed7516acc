import type { Feature } from '#core/manifest/feature.ts'
import { makeCalls } from './hooks/make-calls.ts'
import { routes } from './routes.ts'

export const systems: Feature = {
  name: 'systems',
  routes,
  sweeps: has => [
    {
      name: 'telling systems',
      everyMs: 5_000,
      run: async () => {
        const { failed } = await makeCalls(has.door, has.secret)
        if (failed > 0) has.log({ level: 'warning', event: 'hooks.failed', calls: failed })
      },
    },
  ],
}
