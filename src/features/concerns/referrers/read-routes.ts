import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernId } from '#core/access/generated/tables.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { concernToDecide } from '../decide/service.ts'
import { mayDecide, NEVER_HELD_UP } from '../policy.ts'
import { ReadFurtherPage } from './further-part.tsx'
import { readFurther } from './service.ts'

/** For those who decide: they have read what was said later. */
export function readRoutes(app: Routes<Act>): void {
  app.form('/concerns/:concernId/further', {
    may: mayDecide,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: z.object({ concernId: idOf<ConcernId>() }),
    input: z.object({}),
    show: async ({ act, params, form }) => {
      const concern = await concernToDecide(act, params.concernId)
      await act.record('concern.viewed', concern.id)
      return {
        title: 'Say that you have read it',
        body: ReadFurtherPage({ form, reference: concern.reference }),
        back: { href: `/concerns/${concern.id}`, text: 'The concern' },
      }
    },
    save: async ({ act, params }) => {
      await readFurther(act, params.concernId)
      return { to: `/concerns/${params.concernId}`, notice: 'It is noted that you read it' }
    },
  })
}
