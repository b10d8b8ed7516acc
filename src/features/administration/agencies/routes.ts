import type { Act } from '#core/access/act.ts'
import type { AgencyId } from '#core/access/generated/tables.ts'
import type { Routes } from '#platform/http/routes.ts'
import { mayHost, mayHostOrAgree } from '../policy.ts'
import { Nothing } from '../schemas.ts'
import { AgenciesPage, AgencyFormPage, ClosePage, ReopenPage } from './pages.tsx'
import { agenciesAll } from './queries.ts'
import { AgencyAt, AgencyTyped } from './schemas.ts'
import { addAgency, agencyOf, changeAgency, closeAgency, reopenAgency } from './service.ts'

const BACK = { href: '/administration/agencies', text: 'Agencies' }

export function agencyRoutes(app: Routes<Act>): void {
  app.page('/administration/agencies', {
    may: mayHostOrAgree,
    looksAt: 'nothing',
    show: async ({ act }) => ({
      title: 'Agencies',
      body: AgenciesPage({ agencies: await agenciesAll(act.tx), hosts: mayHost.allows(act.viewer) }),
      back: { href: '/administration', text: 'People and roles' },
    }),
  })

  app.form('/administration/agencies/new', {
    may: mayHost,
    looksAt: 'nothing',
    input: AgencyTyped,
    show: async ({ form }) => ({
      title: 'Add an agency',
      body: AgencyFormPage({ form, name: null }),
      back: BACK,
    }),
    save: async ({ act, input }) => ({
      to: `/administration/agencies/${await addAgency(act, input)}`,
      notice: 'The agency is made. Name its first administrators',
    }),
  })

  app.form('/administration/agencies/:agencyId/change', {
    may: mayHost,
    looksAt: 'nothing',
    params: AgencyAt,
    input: AgencyTyped,
    start: async ({ act, params }) => {
      const { name, kind, sensitive } = await agencyOf(act, params.agencyId)
      return { name, kind, sensitive: sensitive ? 'yes' : 'no' }
    },
    show: async ({ act, params, form }) => ({
      title: 'Change an agency',
      body: AgencyFormPage({ form, name: (await agencyOf(act, params.agencyId)).name }),
      back: backTo(params.agencyId),
    }),
    save: async ({ act, params, input }) => {
      await changeAgency(act, params.agencyId, input)
      return { to: `/administration/agencies/${params.agencyId}`, notice: 'The agency is changed' }
    },
  })

  app.form('/administration/agencies/:agencyId/close', {
    may: mayHost,
    looksAt: 'nothing',
    params: AgencyAt,
    input: Nothing,
    show: async ({ act, params, form }) => ({
      title: 'Close an agency',
      body: ClosePage({ form, name: (await agencyOf(act, params.agencyId)).name }),
      back: backTo(params.agencyId),
    }),
    save: async ({ act, params }) => {
      await closeAgency(act, params.agencyId)
      return { to: `/administration/agencies/${params.agencyId}`, notice: 'The agency is closed' }
    },
  })

  app.form('/administration/agencies/:agencyId/reopen', {
    may: mayHost,
    looksAt: 'nothing',
    params: AgencyAt,
    input: Nothing,
    show: async ({ act, params, form }) => ({
      title: 'Open an agency again',
      body: ReopenPage({ form, name: (await agencyOf(act, params.agencyId)).name }),
      back: backTo(params.agencyId),
    }),
    save: async ({ act, params }) => {
      await reopenAgency(act, params.agencyId)
      return { to: `/administration/agencies/${params.agencyId}`, notice: 'The agency is open again' }
    },
  })
}

const backTo = (agencyId: AgencyId) => ({ href: `/administration/agencies/${agencyId}`, text: 'The agency' })
