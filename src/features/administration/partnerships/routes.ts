import type { Act } from '#core/access/act.ts'
import type { AgencyId } from '#core/access/generated/tables.ts'
import type { Routes } from '#platform/http/routes.ts'
import { nationsAll } from '../areas/queries.ts'
import { mayAdminister, mayHost } from '../policy.ts'
import { memberTyped } from '../schemas.ts'
import { PartnershipFormPage, PartnershipPage, PartnershipsPage } from './pages.tsx'
import * as rows from './queries.ts'
import { NewPartnershipTyped, PartnershipAt, PartnershipTyped } from './schemas.ts'
import { addPartnership, changeMember, changePartnership, partnershipOf } from './service.ts'

const BACK = { href: '/administration/partnerships', text: 'Partnerships and areas' }

export function partnershipRoutes(app: Routes<Act>): void {
  app.page('/administration/partnerships', {
    may: mayAdminister,
    looksAt: 'nothing',
    show: async ({ act }) => {
      const hosts = mayHost.allows(act.viewer)
      const partnerships = await rows.partnershipsLedBy(act.tx, hosts ? null : act.viewer.agencyId)
      return {
        title: 'Partnerships and areas',
        body: PartnershipsPage({ partnerships, hosts }),
        back: { href: '/administration', text: 'People and roles' },
      }
    },
  })

  app.form('/administration/partnerships/new', {
    may: mayHost,
    looksAt: 'nothing',
    input: NewPartnershipTyped,
    show: async ({ act, form }) => ({
      title: 'Add a partnership',
      body: PartnershipFormPage({
        form,
        name: null,
        nations: await nationsAll(act.tx),
        agencies: await rows.openAgencies(act.tx),
      }),
      back: BACK,
    }),
    save: async ({ act, input }) => ({
      to: `/administration/partnerships/${await addPartnership(act, input)}`,
      notice: 'The partnership is made',
    }),
  })

  app.form('/administration/partnerships/:partnershipId', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: PartnershipAt,
    input: memberTyped<AgencyId>(),
    show: async ({ act, params, form }) => {
      const partnership = await partnershipOf(act, params.partnershipId)
      const members = await rows.membersOf(act.tx, partnership.id)
      const others = (await rows.openAgencies(act.tx)).filter(
        agency => !members.some(member => member.id === agency.id),
      )
      return {
        title: partnership.name,
        body: PartnershipPage({
          form,
          partnership,
          members,
          others,
          areas: await rows.areasOfPartnership(act.tx, partnership.id),
          leads: partnership.leadAgency === act.viewer.agencyId,
          hosts: mayHost.allows(act.viewer),
        }),
        back: BACK,
      }
    },
    save: async ({ act, params, input }) => {
      await changeMember(act, params.partnershipId, input)
      return {
        to: `/administration/partnerships/${params.partnershipId}`,
        notice:
          input.answer === 'add'
            ? 'The agency is in the partnership'
            : 'The agency is no longer in the partnership',
      }
    },
  })

  app.form('/administration/partnerships/:partnershipId/change', {
    may: mayHost,
    looksAt: 'nothing',
    params: PartnershipAt,
    input: PartnershipTyped,
    start: async ({ act, params }) => {
      const { name, leadAgency } = await partnershipOf(act, params.partnershipId)
      return { name, lead: leadAgency }
    },
    show: async ({ act, params, form }) => ({
      title: 'Change a partnership',
      body: PartnershipFormPage({
        form,
        name: (await partnershipOf(act, params.partnershipId)).name,
        nations: [],
        agencies: await rows.openAgencies(act.tx),
      }),
      back: { href: `/administration/partnerships/${params.partnershipId}`, text: 'The partnership' },
    }),
    save: async ({ act, params, input }) => {
      await changePartnership(act, params.partnershipId, input)
      return {
        to: `/administration/partnerships/${params.partnershipId}`,
        notice: 'The partnership is changed',
      }
    },
  })
}
