import type { Act } from '#core/access/act.ts'
import type { PartnershipId } from '#core/access/generated/tables.ts'
import type { Routes } from '#platform/http/routes.ts'
import { PartnershipAt } from '../partnerships/schemas.ts'
import { ledPartnership } from '../partnerships/service.ts'
import { mayAdminister } from '../policy.ts'
import { hoursOf } from '../queries.ts'
import { AreaPage, NumbersPage } from './pages.tsx'
import { nationsAll, teamsOfPartnership } from './queries.ts'
import { AreaAt, AreaTyped, NumbersTyped } from './schemas.ts'
import { addArea, changeArea, ledArea, setAreaNumbers } from './service.ts'

export function areaRoutes(app: Routes<Act>): void {
  app.form('/administration/partnerships/:partnershipId/areas/new', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: PartnershipAt,
    input: AreaTyped,
    start: async ({ act, params }) => ({ nation: (await ledPartnership(act, params.partnershipId)).nation }),
    show: async ({ act, params, form }) => {
      const partnership = await ledPartnership(act, params.partnershipId)
      return {
        title: 'Add an area',
        body: AreaPage({
          form,
          name: null,
          partnership: partnership.name,
          nations: await nationsAll(act.tx),
          teams: await teamsOfPartnership(act.tx, partnership.id),
        }),
        back: backTo(partnership.id),
      }
    },
    save: async ({ act, params, input }) => ({
      to: `/administration/areas/${await addArea(act, params.partnershipId, input)}`,
      notice: 'The area is made. Set whom to ring there',
    }),
  })

  app.form('/administration/areas/:areaId/change', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: AreaAt,
    input: AreaTyped,
    start: async ({ act, params }) => {
      const { name, nation, receivingTeam, outOfHoursTeam } = await ledArea(act, params.areaId)
      return { name, nation, team: receivingTeam, night: outOfHoursTeam ?? '' }
    },
    show: async ({ act, params, form }) => {
      const area = await ledArea(act, params.areaId)
      return {
        title: 'Change an area',
        body: AreaPage({
          form,
          name: area.name,
          partnership: area.partnershipName,
          nations: await nationsAll(act.tx),
          teams: await teamsOfPartnership(act.tx, area.partnershipId),
        }),
        back: backTo(area.partnershipId),
      }
    },
    save: async ({ act, params, input }) => {
      const area = await ledArea(act, params.areaId)
      await changeArea(act, area.id, input)
      return { to: backTo(area.partnershipId).href, notice: 'The area is changed' }
    },
  })

  app.form('/administration/areas/:areaId', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: AreaAt,
    input: NumbersTyped,
    start: async ({ act, params }) => {
      const area = await ledArea(act, params.areaId)
      const hours = await hoursOf(act.tx, area.id)
      const week = hours.flatMap(day => [
        [`opens-${day.weekday}`, day.opens.slice(0, 5)],
        [`closes-${day.weekday}`, day.closes.slice(0, 5)],
      ])
      return {
        'day-phone': area.dayPhone ?? '',
        'out-of-hours-phone': area.outOfHoursPhone ?? '',
        ...(Object.fromEntries(week) as Record<string, string>),
      }
    },
    show: async ({ act, params, form }) => {
      const area = await ledArea(act, params.areaId)
      return {
        title: `Whom to ring in ${area.name}`,
        body: NumbersPage({ form, name: area.name, team: area.teamName }),
        back: backTo(area.partnershipId),
      }
    },
    save: async ({ act, params, input }) => {
      const area = await ledArea(act, params.areaId)
      await setAreaNumbers(act, area.id, input)
      return { to: backTo(area.partnershipId).href, notice: 'The numbers are set' }
    },
  })
}

const backTo = (partnershipId: PartnershipId) => ({
  href: `/administration/partnerships/${partnershipId}`,
  text: 'The partnership',
})
