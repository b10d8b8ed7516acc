import type { Act } from '#core/access/act.ts'
import type { AgencyId } from '#core/access/generated/tables.ts'
import type { Handed } from '#core/manifest/feature.ts'
import { makeFirstSetUpCode } from '#features/sign-in/public.ts'
import { fault } from '#platform/errors/fault.ts'
import type { Routes } from '#platform/http/routes.ts'
import { AgencyAt } from '../agencies/schemas.ts'
import { agencyOf } from '../agencies/service.ts'
import { mayAgreeForAgencies, mayHost, mayHostOrAgree } from '../policy.ts'
import { AccountTyped, AnswerTyped, Nothing } from '../schemas.ts'
import { AgencyPage, FirstCodePage, NameAdministratorPage } from './pages.tsx'
import { administratorsOf, isInCare } from './queries.ts'
import { AdministratorAt } from './schemas.ts'
import { answerAdministrator, firstAdministrator, inCare, nameAdministrator } from './service.ts'

export function firstAdministratorRoutes(app: Routes<Act>, has: Handed): void {
  app.form('/administration/agencies/:agencyId', {
    may: mayHostOrAgree,
    looksAt: 'nothing',
    params: AgencyAt,
    input: AnswerTyped,
    show: async ({ act, params, form }) => {
      const agency = await agencyOf(act, params.agencyId)
      return {
        title: agency.name,
        body: AgencyPage({
          form,
          agency,
          inCare: await isInCare(act.tx, agency.id),
          administrators: await administratorsOf(act.tx, agency.id),
          hosts: mayHost.allows(act.viewer),
          agrees: mayAgreeForAgencies.allows(act.viewer),
        }),
        back: { href: '/administration/agencies', text: 'Agencies' },
      }
    },
    save: async ({ act, params, input }) => {
      await answerAdministrator(act, params.agencyId, input)
      return {
        to: `/administration/agencies/${params.agencyId}`,
        notice: input.answer === 'agree' ? 'They are an administrator from now' : 'It is withdrawn',
      }
    },
  })

  app.form('/administration/agencies/:agencyId/administrators/new', {
    may: mayHost,
    looksAt: 'nothing',
    params: AgencyAt,
    input: AccountTyped,
    show: async ({ act, params, form }) => ({
      title: 'Name an administrator',
      body: NameAdministratorPage({ form, agency: (await inCare(act, params.agencyId)).name }),
      back: backTo(params.agencyId),
    }),
    save: async ({ act, params, input }) => {
      await nameAdministrator(act, params.agencyId, input)
      return {
        to: `/administration/agencies/${params.agencyId}`,
        notice: 'Named. Someone else of your agency must agree',
      }
    },
  })

  app.form('/administration/agencies/:agencyId/administrators/:userId/set-up-code', {
    may: mayHost,
    looksAt: 'nothing',
    params: AdministratorAt,
    input: Nothing,
    show: async ({ act, params, form }) => ({
      title: 'Make a set-up code',
      body: FirstCodePage({ form, name: (await firstAdministrator(act, params)).name }),
      back: backTo(params.agencyId),
    }),
    save: async ({ act, params }) => {
      const { userId, counts } = await firstAdministrator(act, params)
      if (!counts) throw fault('conflict')
      await act.record('account.set-up-code-made', null, { account: userId, agency: params.agencyId })
      const door = { gate: has.gate, world: act.world, secret: has.secret }
      const code = await makeFirstSetUpCode(door, userId)
      return {
        to: `/administration/agencies/${params.agencyId}`,
        shownOnce: `The set-up code, shown only now: ${code}`,
      }
    },
  })
}

const backTo = (agencyId: AgencyId) => ({ href: `/administration/agencies/${agencyId}`, text: 'The agency' })
