import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernId, UserAccountId } from '#core/access/generated/tables.ts'
import { fault } from '#platform/errors/fault.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { pickUpOf } from '../decide/queries.ts'
import { concernToDecide } from '../decide/service.ts'
import { mayDecide, NEVER_HELD_UP } from '../policy.ts'
import { words } from '../words.ts'
import { HandOverPage } from './pages.tsx'
import { handOver, whoMayHaveIt } from './service.ts'

const HandOverTyped = z.object({
  to: idOf<UserAccountId>(words.chooseColleague),
  why: z
    .string({ error: words.sayWhyHanded })
    .trim()
    .min(1, words.sayWhyHanded)
    .max(2_000, 'Enter 2,000 characters or fewer'),
})

export function routes(app: Routes<Act>): void {
  app.form('/concerns/:concernId/hand-over', {
    may: mayDecide,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: z.object({ concernId: idOf<ConcernId>() }),
    input: HandOverTyped,
    show: async ({ act, params, form }) => {
      const concern = await concernToDecide(act, params.concernId)
      const has = await pickUpOf(act.tx, concern.id, act.viewer.agencyId)
      if (!has) throw fault('not-found')
      await act.record('concern.viewed', concern.id)
      const colleagues = (await whoMayHaveIt(act, concern))
        .filter(one => one.userId !== has.takenBy)
        .map(one => ({ id: one.userId, name: one.name, isViewer: one.userId === act.viewer.id }))
      return {
        title: 'Hand a concern over',
        body: HandOverPage({ form, reference: concern.reference, has: has.takenByName, colleagues }),
        back: { href: `/concerns/${concern.id}`, text: 'The concern' },
      }
    },
    save: async ({ act, params, input }) => {
      await handOver(act, { concernId: params.concernId, ...input })
      return { to: `/concerns/${params.concernId}`, notice: 'It is handed over' }
    },
  })
}
