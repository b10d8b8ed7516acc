import type { Act } from '#core/access/act.ts'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import type { Handed } from '#core/manifest/feature.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { OpenAnswer, Routes, Visit } from '#platform/http/routes.ts'
import { accountRoutes } from './account/routes.ts'
import { isMadeUpPerson, madeUpPeople } from './made-up.sql.ts'
import {
  CodePage,
  MadeUpPage,
  RecoveryPage,
  SecondFactorPage,
  SetUpPage,
  SignInPage,
  SignOutPage,
} from './pages.tsx'
import { CodeTyped, MadeUpPerson, Nothing, SetUpTyped, SignInTyped } from './schemas.ts'
import { totpAddress } from './second-factor.ts'
import * as deeds from './service.ts'
import { words } from './words.ts'

export function routes(app: Routes<Act>, has: Handed): void {
  const door: deeds.Door = { gate: has.gate, world: has.world, secret: has.secret }

  /** The whole way in: a session, and its entry in the ledger. */
  const letIn = async (userId: UserAccountId, then: string, how: string): Promise<OpenAnswer> => {
    await has.asUser(userId, act => act.record('session.started', null, { how }))
    return { to: then, session: { userId, state: 'open' } }
  }

  app.openForm('/sign-in', {
    input: SignInTyped,
    show: async ({ form }) => ({ title: 'Sign in', body: SignInPage({ form, demo: has.demo }) }),
    save: async ({ input, visit }) => {
      const userId = await deeds.checkPassword(door, { ...input, address: visit.address })
      return {
        to: `/sign-in/code?then=${encodeURIComponent(visit.goOnTo)}`,
        session: { userId, state: 'second-factor' },
      }
    },
  })

  app.openForm('/sign-in/code', {
    input: CodeTyped,
    show: async ({ form }) => ({ title: 'Enter the code from your app', body: CodePage({ form }) }),
    save: async ({ input, visit }) => {
      const userId = halfWay(visit)
      await deeds.checkSecondFactor(door, userId, input.code)
      return letIn(userId, visit.goOnTo, 'totp')
    },
  })

  app.openForm('/sign-in/recovery', {
    input: CodeTyped,
    show: async ({ form }) => ({ title: 'Use a recovery code', body: RecoveryPage({ form }) }),
    save: async ({ input, visit }) => {
      const userId = halfWay(visit)
      await deeds.checkRecoveryCode(door, userId, input.code)
      return letIn(userId, visit.goOnTo, 'recovery-code')
    },
  })

  app.openForm('/set-up', {
    input: SetUpTyped,
    show: async ({ form }) => ({ title: 'Set up your account', body: SetUpPage({ form }) }),
    save: async ({ input, visit }) => {
      const userId = await deeds.setUpPassword(door, { ...input, address: visit.address })
      return { to: '/set-up/second-factor', session: { userId, state: 'second-factor' } }
    },
  })

  app.openForm('/set-up/second-factor', {
    input: CodeTyped,
    show: async ({ form, visit }) => {
      const begun = visit.awaitingSecondFactor
        ? await deeds.secondFactorToSetUp(door, visit.awaitingSecondFactor)
        : null
      if (!begun) return { title: 'Enter the code from your app', body: CodePage({ form }) }
      const address = totpAddress(begun.email, begun.secret)
      return { title: 'Set up your second factor', body: SecondFactorPage({ form, address, ...begun }) }
    },
    save: async ({ input, visit }) => {
      const userId = halfWay(visit)
      await deeds.confirmSecondFactor(door, userId, input.code)
      return letIn(userId, '/', 'set-up')
    },
  })

  app.openForm('/sign-out', {
    input: Nothing,
    // Someone may be coming into the room.
    counts: 'nothing',
    show: async ({ form }) => ({ title: 'Sign out', body: SignOutPage({ form }) }),
    save: async ({ visit }) => {
      if (visit.signedIn) await has.asUser(visit.signedIn, act => act.record('session.ended', null))
      return { to: '/sign-in', session: 'end', notice: 'You are signed out' }
    },
  })

  accountRoutes(app, door)

  if (has.demo) {
    app.openForm('/sign-in/made-up', {
      input: MadeUpPerson,
      show: async ({ form }) => ({
        title: 'Sign in as someone made up',
        body: MadeUpPage({ form, people: await madeUpPeople(has.gate) }),
      }),
      save: async ({ input, visit }) => {
        if (!(await isMadeUpPerson(has.gate, input.user))) throw new Refusal({ user: words.oneOfThePeople })
        return letIn(input.user, visit.goOnTo, 'demonstration')
      },
    })
  }
}

function halfWay(visit: Visit): UserAccountId {
  if (!visit.awaitingSecondFactor) throw new Refusal({ code: words.startAgain })
  return visit.awaitingSecondFactor
}
