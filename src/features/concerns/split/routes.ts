import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { childOn } from '../decide/child-on.ts'
import { mayDecide, NEVER_HELD_UP } from '../policy.ts'
import { why } from '../schemas.ts'
import { words } from '../words.ts'
import { SplitPage } from './pages.tsx'
import { splitChild, whoMayHavePart, whyNotSplit } from './service.ts'

export function routes(app: Routes<Act>): void {
  app.form('/concerns/:concernId/children/:childId/give', {
    may: mayDecide,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: z.object({ concernId: idOf<ConcernId>(), childId: idOf<ConcernChildId>() }),
    input: z.object({ to: idOf<UserAccountId | TeamId>(words.chooseOwner), why: why(words.sayWhyHanded) }),
    show: async ({ act, params, form }) => {
      const { concern, child } = await childOn(act, params)
      await act.record('concern.viewed', concern.id)
      const owners = await whoMayHavePart(act, concern)
      return {
        title: 'Give one child’s part',
        body: SplitPage({
          form,
          called: child.called,
          reference: concern.reference,
          not: await whyNotSplit(act, concern, child.id),
          owners: owners.map(one => ({ ...one, isViewer: one.id === act.viewer.id })),
        }),
        back: { href: `/concerns/${concern.id}`, text: 'The concern' },
      }
    },
    save: async ({ act, params, input }) => {
      await splitChild(act, { concernId: params.concernId, concernChildId: params.childId, ...input })
      return { to: `/concerns/${params.concernId}`, notice: 'This part is given' }
    },
  })
}
