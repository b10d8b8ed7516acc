import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { concernToDecide } from '../decide/service.ts'
import { agreesTo, mayHoldOrStandIn } from '../policy.ts'
import { words } from '../words.ts'
import { OversightPage } from './pages.tsx'
import { writeOversight } from './service.ts'

const OversightTyped = z.object({
  says: z
    .string({ error: words.sayOversight })
    .trim()
    .min(1, words.sayOversight)
    .max(5_000, 'Enter 5,000 characters or fewer'),
  nextStep: z.string().trim().max(1_000, 'Enter 1,000 characters or fewer').optional().default(''),
})

export function routes(app: Routes<Act>): void {
  app.form('/concerns/:concernId/oversight', {
    may: mayHoldOrStandIn,
    looksAt: 'concern',
    params: z.object({ concernId: idOf<ConcernId>() }),
    input: OversightTyped,
    show: async ({ act, params, form }) => {
      const concern = await concernToDecide(act, params.concernId)
      demand(agreesTo(concern), act.viewer)
      await act.record('concern.viewed', concern.id)
      return {
        title: 'Management oversight',
        body: OversightPage({ form, reference: concern.reference }),
        back: { href: `/concerns/${concern.id}`, text: 'The concern' },
      }
    },
    save: async ({ act, params, input }) => {
      await writeOversight(act, {
        concernId: params.concernId,
        says: input.says,
        nextStep: input.nextStep || null,
      })
      return { to: `/concerns/${params.concernId}`, notice: 'The note is saved' }
    },
  })
}
