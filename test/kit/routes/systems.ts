import { addSystem } from '#features/systems/service.ts'
import type { TestApp } from '../test-app.ts'
import { word } from './making.ts'
import { ADMINISTRATORS, RECORDERS } from './roles.ts'
import { form, page } from './row.ts'

const administrators = { may: ADMINISTRATORS, by: 'Alan Pike', of: 'agencies' } as const

const system = async (t: TestApp) => ({
  userId: await t.act('Alan Pike', act => addSystem(act, { name: word(t), contact: 'ICT, 204' })),
})

export const systemRows = [
  page('/api', { may: 'anyone', by: 'Alan Pike', of: 'nothing' }),
  page('/administration/systems', administrators),
  form('/administration/systems/new', {
    ...administrators,
    ready: async t => ({ ids: {}, typed: { name: word(t), contact: 'ICT, 204' } }),
  }),
  page('/administration/systems/:userId', { ...administrators, ready: system }),
  form('/administration/systems/:userId/key', {
    ...administrators,
    ready: async t => ({ ids: await system(t), typed: {} }),
  }),
  form('/administration/systems/:userId/hook', {
    ...administrators,
    ready: async t => ({ ids: await system(t), typed: { url: 'https://log.example/hook' } }),
  }),
  page('/api/v1/concerns/schema/:face', {
    may: RECORDERS,
    by: 'Leah Brandt',
    of: 'nothing',
    ready: async () => ({ face: 'referrer' }),
  }),
]

/** Operations that only a system with a token uses: `features/systems/systems.test.ts` is their table. */
export const OF_SYSTEMS = ['POST /api/v1/concerns']
