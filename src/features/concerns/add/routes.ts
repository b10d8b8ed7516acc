import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId } from '#core/access/generated/tables.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { childOn } from '../decide/child-on.ts'
import { mayDecide, NEVER_HELD_UP } from '../policy.ts'
import { why } from '../schemas.ts'
import { words } from '../words.ts'
import { AddPage } from './pages.tsx'
import { addChild, offeredFor } from './service.ts'

const AdditionTyped = z
  .object({
    to: idOf<ConcernChildId>(words.chooseOpenOne).optional(),
    reference: z.string().trim().toUpperCase().max(60, 'Enter a reference').optional().default(''),
    why: why(words.sayWhySame),
  })
  .refine(typed => typed.to !== undefined || typed.reference !== '', {
    path: ['reference'],
    message: words.chooseOpenOne,
  })

export function routes(app: Routes<Act>): void {
  app.form('/concerns/:concernId/children/:childId/add', {
    may: mayDecide,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: z.object({ concernId: idOf<ConcernId>(), childId: idOf<ConcernChildId>() }),
    input: AdditionTyped,
    show: async ({ act, params, form }) => {
      const { concern, child } = await childOn(act, params)
      const offered = concern.sealed ? [] : await offeredFor(act, concern, child)
      await act.record('concern.viewed', concern.id)
      await act.record('concern.open-listed', null, { shown: offered.map(one => one.concernId) })
      return {
        title: 'Add to an open concern',
        body: AddPage({ form, called: child.called, reference: concern.reference, offered }),
        back: { href: `/concerns/${concern.id}`, text: 'The concern' },
      }
    },
    save: async ({ act, params, input }) => {
      await addChild(act, {
        concernId: params.concernId,
        concernChildId: params.childId,
        to: input.reference ? null : (input.to ?? null),
        reference: input.reference || null,
        why: input.why,
      })
      return { to: `/concerns/${params.concernId}`, notice: 'It is added to the open concern' }
    },
  })
}
