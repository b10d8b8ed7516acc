import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernId, DisagreementId } from '#core/access/generated/tables.ts'
import { ladderFor } from '#features/administration/public.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { mayDecide, mayRecord, maySupervise, NEVER_HELD_UP } from '../policy.ts'
import { ownConcern } from '../status/own-concern.ts'
import { repliesTo } from '../status/queries.ts'
import { lastOf } from '../status/steps.ts'
import { words } from '../words.ts'
import { AnswerPage, DisagreePage } from './pages.tsx'
import { AnswerTyped, DisagreementTyped } from './schemas.ts'
import { answer, canBeLookedAtAgain, disagree, disagreementToAnswer } from './service.ts'

export function routes(app: Routes<Act>): void {
  app.form('/concerns/sent/:concernId/disagree', {
    may: mayRecord,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: z.object({ concernId: idOf<ConcernId>() }),
    input: DisagreementTyped,
    show: async ({ act, params, form }) => {
      const concern = await ownConcern(act, params.concernId)
      await act.record('concern.status-viewed', concern.id)
      return {
        title: 'I disagree with this',
        body: DisagreePage({
          form,
          reference: concern.reference,
          not: concern.sealed ? words.sealedDisagreement : null,
          steps: await ladderFor(act.tx, concern.areaId),
          decided: lastOf(await repliesTo(act.tx, concern.id)) === 'decided',
        }),
        back: { href: `/concerns/sent/${concern.id}`, text: `Concern ${concern.reference}` },
      }
    },
    save: async ({ act, params, input }) => {
      await disagree(act, { concernId: params.concernId, ...input })
      return { to: `/concerns/sent/${params.concernId}`, notice: 'They are told that you disagree' }
    },
  })

  app.form('/concerns/disagreements/:disagreementId', {
    may: mayDecide,
    looksAt: 'concern',
    params: z.object({ disagreementId: idOf<DisagreementId>() }),
    input: AnswerTyped,
    show: async ({ act, params, form }) => {
      const disagreement = await disagreementToAnswer(act, params.disagreementId)
      await act.record('concern.disagreement-viewed', disagreement.id)
      const lookAgain = await canBeLookedAtAgain(act, disagreement)
      const mayAnswer = disagreement.open?.answers !== 'supervise' || maySupervise.allows(act.viewer)
      return {
        title: 'A disagreement',
        body: AnswerPage({ form, disagreement, mayAnswer, lookAgain }),
        back: { href: '/', text: 'Home' },
      }
    },
    save: async ({ act, params, input }) => {
      await answer(act, { id: params.disagreementId, ...input })
      return { to: `/concerns/disagreements/${params.disagreementId}`, notice: 'The answer is recorded' }
    },
  })
}
