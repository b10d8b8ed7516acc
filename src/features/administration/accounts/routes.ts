import type { Act } from '#core/access/act.ts'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { anyoneSignedIn } from '#core/access/policy.ts'
import type { Handed } from '#core/manifest/feature.ts'
import { makeSetUpCode } from '#features/sign-in/public.ts'
import { fault } from '#platform/errors/fault.ts'
import type { Routes } from '#platform/http/routes.ts'
import * as rows from './queries.ts'
import {
  AskRolePage,
  EndPage,
  NewAccountPage,
  PeoplePage,
  PersonRolesPage,
  RolesPage,
  SetUpCodePage,
} from './pages.tsx'
import { mayAdminister, mayAdministerOrAgree, mayAgree, mayHostOrAgree } from '../policy.ts'
import { AccountTyped, AnswerTyped, Nothing } from '../schemas.ts'
import { RoleTyped, UserAt } from './schemas.ts'
import { addAccount, answerRole, askForRole, endAccount, prepareSetUp } from './service.ts'

const LINKS = [
  { href: '/administration/teams', text: 'Teams of your agency', may: mayAdminister },
  { href: '/administration/partnerships', text: 'Partnerships and areas', may: mayAdminister },
  { href: '/administration/agencies', text: 'Agencies', may: mayHostOrAgree },
  { href: '/administration/systems', text: 'Systems of your agency', may: mayAdminister },
  { href: '/administration/roles', text: 'What each role covers', may: anyoneSignedIn },
]

const BACK = { href: '/administration', text: 'People and roles' }

export function accountRoutes(app: Routes<Act>, has: Handed): void {
  app.page('/administration', {
    may: mayAdministerOrAgree,
    looksAt: 'nothing',
    show: async ({ act }) => {
      const accounts = await rows.accountsOf(act.tx)
      const grants = await rows.grantsOf(
        act.tx,
        accounts.map(account => account.id),
      )
      return {
        title: 'People and roles',
        body: PeoplePage({
          accounts,
          grants,
          administers: mayAdminister.allows(act.viewer),
          links: LINKS.filter(link => link.may.allows(act.viewer)),
        }),
      }
    },
  })

  app.page('/administration/roles', {
    may: anyoneSignedIn,
    looksAt: 'nothing',
    show: async ({ act }) => ({
      title: 'What each role covers',
      body: RolesPage({ roles: await rows.rolesAsData(act.tx) }),
    }),
  })

  app.form('/administration/people/new', {
    may: mayAdminister,
    looksAt: 'nothing',
    input: AccountTyped,
    show: async ({ form }) => ({ title: 'Add a person', body: NewAccountPage({ form }), back: BACK }),
    save: async ({ act, input }) => ({
      to: `/administration/people/${await addAccount(act, input)}`,
      notice: 'The account is made. Ask for a role, and make a set-up code',
    }),
  })

  app.form('/administration/people/:userId', {
    may: mayAdministerOrAgree,
    looksAt: 'nothing',
    params: UserAt,
    input: AnswerTyped,
    show: async ({ act, params, form }) => {
      const account = await accountOf(act, params.userId)
      const grants = await rows.grantsOf(act.tx, [account.id])
      const may = { administers: mayAdminister.allows(act.viewer), agrees: mayAgree.allows(act.viewer) }
      return {
        title: account.name,
        body: PersonRolesPage({ form, account, grants, viewer: act.viewer.id, ...may }),
        back: BACK,
      }
    },
    save: async ({ act, params, input }) => {
      await answerRole(act, params.userId, input)
      return {
        to: `/administration/people/${params.userId}`,
        notice: input.answer === 'agree' ? 'The role counts from now' : 'The role has ended',
      }
    },
  })

  app.form('/administration/people/:userId/role', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: UserAt,
    input: RoleTyped,
    show: async ({ act, params, form }) => {
      const account = await accountOf(act, params.userId)
      return {
        title: 'Ask for a role',
        body: AskRolePage({
          form,
          name: account.name,
          roles: (await rows.rolesAsData(act.tx)).filter(role => role.heldBy === account.kind),
        }),
        back: BACK,
      }
    },
    save: async ({ act, params, input }) => {
      await askForRole(act, params.userId, input.role)
      return {
        to: `/administration/people/${params.userId}`,
        notice: 'Asked. Someone else of your agency must agree',
      }
    },
  })

  app.form('/administration/people/:userId/set-up-code', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: UserAt,
    input: Nothing,
    show: async ({ act, params, form }) => ({
      title: 'Make a set-up code',
      body: SetUpCodePage({ form, name: (await accountOf(act, params.userId)).name }),
      back: BACK,
    }),
    save: async ({ act, params }) => {
      const account = await accountOf(act, params.userId)
      await prepareSetUp(act, account.id)
      const code = await makeSetUpCode({ gate: has.gate, world: act.world, secret: has.secret }, account.id)
      return {
        to: `/administration/people/${account.id}`,
        shownOnce: `The set-up code, shown only now: ${code}`,
      }
    },
  })

  app.form('/administration/people/:userId/end', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: UserAt,
    input: Nothing,
    show: async ({ act, params, form }) => ({
      title: 'End the account',
      body: EndPage({ form, name: (await accountOf(act, params.userId)).name }),
      back: BACK,
    }),
    save: async ({ act, params }) => {
      await endAccount(act, params.userId)
      return { to: '/administration', notice: 'The account has ended' }
    },
  })
}

/** Someone of the administrator's own agency; the policy shows no other. */
async function accountOf(act: Act, id: UserAccountId) {
  const account = await rows.accountById(act.tx, id)
  if (!account) throw fault('not-found')
  return account
}
