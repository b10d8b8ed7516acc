import type { Act } from '#core/access/act.ts'
import type { Routes } from '#platform/http/routes.ts'
import { PartnershipAt } from '../partnerships/schemas.ts'
import { ledPartnership } from '../partnerships/service.ts'
import { mayAdminister } from '../policy.ts'
import { LadderPage } from './pages.tsx'
import { stepsOfNation, stepsOfPartnership } from './queries.ts'
import { LadderTyped } from './schemas.ts'
import { setLadder } from './service.ts'

export function ladderRoutes(app: Routes<Act>): void {
  app.form('/administration/partnerships/:partnershipId/ladder', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: PartnershipAt,
    input: LadderTyped,
    start: async ({ act, params }) => {
      const partnership = await ledPartnership(act, params.partnershipId)
      const own = await stepsOfPartnership(act.tx, partnership.id)
      const steps = own.length > 0 ? own : await stepsOfNation(act.tx, partnership.nation)
      const fields = steps.flatMap(step => [
        [`who-${step.position}`, step.who],
        [`answers-${step.position}`, step.answers],
        [`days-${step.position}`, String(step.workingDays)],
      ])
      return {
        source: steps[0]?.source ?? '',
        status: steps[0]?.status ?? 'to be confirmed',
        ...(Object.fromEntries(fields) as Record<string, string>),
      }
    },
    show: async ({ act, params, form }) => {
      const partnership = await ledPartnership(act, params.partnershipId)
      const own = (await stepsOfPartnership(act.tx, partnership.id)).length > 0
      return {
        title: 'How a disagreement goes up',
        body: LadderPage({ form, partnership: partnership.name, own }),
        back: { href: `/administration/partnerships/${partnership.id}`, text: 'The partnership' },
      }
    },
    save: async ({ act, params, input }) => {
      await setLadder(act, params.partnershipId, input)
      return { to: `/administration/partnerships/${params.partnershipId}`, notice: 'The steps are set' }
    },
  })
}
