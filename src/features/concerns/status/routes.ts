import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernId } from '#core/access/generated/tables.ts'
import { nationOfArea, whomToRing } from '#features/administration/public.ts'
import type { Routes } from '#platform/http/routes.ts'
import { PageAsked, readPaged } from '#platform/ui/paging.tsx'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { decisionDue } from '../due.ts'
import { mayRecord } from '../policy.ts'
import { draftsOf } from '../record/draft.ts'
import { disagreementsOn } from '../disagree/queries.ts'
import { withSteps } from '../disagree/service.ts'
import { ownConcern } from './own-concern.ts'
import { StatusPage } from './pages.tsx'
import { RaisedPage } from './raised-page.tsx'
import { isWithNobody, STEPS } from './steps.ts'
import { countRaised, outcomeLabels, raisedBy, repliesTo, toldNobodyYet } from './queries.ts'

const ON_A_PAGE = 50

const ConcernAt = z.object({ concernId: idOf<ConcernId>() })

/** What the person who raised it may hear: steps and outcome words, no child's name, no reasons, nothing replayed. */
export function routes(app: Routes<Act>): void {
  app.page('/concerns/mine', {
    may: mayRecord,
    looksAt: 'concern',
    query: PageAsked,
    show: async ({ act, query }) => {
      const raised = await readPaged(
        { page: query.page, size: ON_A_PAGE },
        window => raisedBy(act.tx, act.viewer.id, window),
        most => countRaised(act.tx, act.viewer.id, most),
      )
      await act.record('concern.own-listed', null, { listed: raised.rows.length })
      return { title: 'Concerns you raised', body: RaisedPage({ raised, drafts: await draftsOf(act) }) }
    },
  })

  app.page('/concerns/sent/:concernId', {
    may: mayRecord,
    looksAt: 'concern',
    params: ConcernAt,
    show: async ({ act, params }) => {
      const concern = await ownConcern(act, params.concernId)
      await act.record('concern.status-viewed', concern.id)
      const [replies, ring, labels, nobodyYet, nation] = [
        await repliesTo(act.tx, concern.id),
        await whomToRing(act, concern.areaId),
        await outcomeLabels(act.tx),
        await toldNobodyYet(act.tx, concern.id, act.viewer.id),
        await nationOfArea(act.tx, concern.areaId),
      ]
      const dueAt = decisionDue(concern.sentAt, { dangerNow: concern.dangerNow, nation })
      const disagreements = await withSteps(act, await disagreementsOn(act.tx, concern.id))
      const sentBy = concern.keepName && concern.sentBy !== act.viewer.id ? null : concern.sentByName
      const body = StatusPage({
        disagreements,
        concern: { ...concern, sentBy },
        replies,
        dueAt,
        ring,
        labels,
        nobodyYet: nobodyYet && isWithNobody(replies),
      })
      return {
        title: `Concern ${concern.reference}`,
        body,
        back: { href: '/concerns/mine', text: 'Concerns you raised' },
      }
    },
  })

  app.api('GET', '/api/v1/concerns/:concernId/status', {
    summary: 'Where a concern stands that your agency raised',
    may: mayRecord,
    looksAt: 'concern',
    params: ConcernAt,
    reply: z.object({
      reference: z.string(),
      sentAt: z.iso.datetime(),
      steps: z.array(
        z.object({
          step: z.enum(STEPS),
          outcomes: z.array(z.string()),
          at: z.iso.datetime(),
        }),
      ),
    }),
    answer: async ({ act, params }) => {
      const concern = await ownConcern(act, params.concernId)
      await act.record('concern.status-viewed', concern.id)
      const replies = await repliesTo(act.tx, concern.id)
      return {
        reference: concern.reference,
        sentAt: concern.sentAt.toISOString(),
        steps: replies.map(reply => ({
          step: reply.step,
          outcomes: reply.outcomes,
          at: reply.saidAt.toISOString(),
        })),
      }
    },
  })
}
