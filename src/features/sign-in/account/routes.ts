import type { Act } from '#core/access/act.ts'
import { anyoneSignedIn } from '#core/access/policy.ts'
import type { Routes } from '#platform/http/routes.ts'
import { typedText } from '#platform/ui/form-state.ts'
import type { Door } from '../service.ts'
import { AccountPage, CodesPage, PasswordPage } from './pages.tsx'
import { standingOf } from './queries.ts'
import { CodesTyped, PasswordTyped, SetName } from './schemas.ts'
import { changePassword, codesOfSet, takeNewCodes } from './service.ts'

const BACK = { href: '/account', text: 'Your account' }

/** What everyone may do with their own account. */
export function accountRoutes(app: Routes<Act>, door: Door): void {
  app.page('/account', {
    may: anyoneSignedIn,
    looksAt: 'nothing',
    show: async ({ act }) => ({
      title: 'Your account',
      body: AccountPage({ viewer: act.viewer, standing: await standingOf(door.gate, act.viewer.id) }),
    }),
  })

  app.form('/account/password', {
    may: anyoneSignedIn,
    looksAt: 'nothing',
    input: PasswordTyped,
    secret: true,
    show: async ({ form }) => ({
      title: 'Change your password',
      body: PasswordPage({ form }),
      back: BACK,
    }),
    save: async ({ act, input }) => {
      await changePassword(act, door, input)
      return { to: '/account', notice: 'Your password is changed', freshSession: true }
    },
  })

  app.form('/account/recovery-codes', {
    may: anyoneSignedIn,
    looksAt: 'nothing',
    input: CodesTyped,
    secret: true,
    show: async ({ act, form }) => {
      const kept = SetName.safeParse(typedText(form, 'set'))
      const set = kept.success ? kept.data : Buffer.from(door.world.randomBytes(16)).toString('base64url')
      return {
        title: 'New recovery codes',
        body: CodesPage({ form, set, codes: await codesOfSet(door, act.viewer.id, set) }),
        back: BACK,
      }
    },
    save: async ({ act, input }) => {
      await takeNewCodes(act, door, input)
      return { to: '/account', notice: 'Your new recovery codes count from now' }
    },
  })
}
