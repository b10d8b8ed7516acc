import type { Act } from '#core/access/act.ts'
import type { Handed } from '#core/manifest/feature.ts'
import { mayAdminister, Nothing } from '#features/administration/public.ts'
import type { Routes } from '#platform/http/routes.ts'
import { makeSystemKey } from '#platform/http/systems.ts'
import { hookKey } from './hooks/sign.ts'
import { HookPage, KeyPage, NewSystemPage, SystemPage, SystemsPage } from './pages.tsx'
import { lastCalls, systemsOf } from './queries.ts'
import { HookTyped, SystemAt, SystemTyped } from './schemas.ts'
import { addSystem, prepareKey, setWhereTold, systemAt } from './service.ts'

const BACK = { href: '/administration/systems', text: 'Systems of your agency' }
const at = (userId: string): string => `/administration/systems/${userId}`

export function routes(app: Routes<Act>, has: Handed): void {
  app.page('/administration/systems', {
    may: mayAdminister,
    looksAt: 'nothing',
    show: async ({ act }) => ({
      title: 'Systems of your agency',
      body: SystemsPage({ systems: await systemsOf(act.tx) }),
      back: { href: '/administration', text: 'People and roles' },
    }),
  })

  app.form('/administration/systems/new', {
    may: mayAdminister,
    looksAt: 'nothing',
    input: SystemTyped,
    show: async ({ form }) => ({ title: 'Add a system', body: NewSystemPage({ form }), back: BACK }),
    save: async ({ act, input }) => ({
      to: at(await addSystem(act, input)),
      notice: 'The system is added. Make its key; someone else of your agency must agree to its role',
    }),
  })

  app.page('/administration/systems/:userId', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: SystemAt,
    show: async ({ act, params }) => {
      const system = await systemAt(act, params.userId)
      const calls = await lastCalls(act.tx, system.userId)
      return { title: 'A system of your agency', body: SystemPage({ system, calls }), back: BACK }
    },
  })

  app.form('/administration/systems/:userId/key', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: SystemAt,
    input: Nothing,
    show: async ({ act, params, form }) => ({
      title: 'Make a key',
      body: KeyPage({ form, name: (await systemAt(act, params.userId)).name }),
      back: { href: at(params.userId), text: 'The system' },
    }),
    save: async ({ act, params }) => {
      await prepareKey(act, params.userId)
      const key = await makeSystemKey({ gate: has.gate, world: act.world }, params.userId)
      return { to: at(params.userId), shownOnce: `The key, shown only now: ${key}` }
    },
  })

  app.form('/administration/systems/:userId/hook', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: SystemAt,
    input: HookTyped,
    start: async ({ act, params }) => ({ url: (await systemAt(act, params.userId)).hookUrl ?? '' }),
    show: async ({ act, params, form }) => ({
      title: 'Where it is told',
      body: HookPage({ form, name: (await systemAt(act, params.userId)).name }),
      back: { href: at(params.userId), text: 'The system' },
    }),
    save: async ({ act, params, input }) => {
      const setAt = await setWhereTold(act, params.userId, input.url)
      if (setAt === null) return { to: at(params.userId), notice: 'It is told nothing from now on' }
      const key = hookKey(has.secret, { userId: params.userId, setAt })
      return { to: at(params.userId), shownOnce: `The key that signs, shown only now: ${key}` }
    },
  })
}
