import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId } from '#core/access/generated/tables.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { mayDecide } from '../policy.ts'
import { CarryPage } from './pages.tsx'
import { offered, takeChosen } from './service.ts'

const ChildAt = z.object({ concernId: idOf<ConcernId>(), childId: idOf<ConcernChildId>() })

const list = z.preprocess(
  value => (value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value),
  z.array(z.string().max(60)),
)

export function routes(app: Routes<Act>): void {
  app.form('/concerns/:concernId/children/:childId/carry', {
    may: mayDecide,
    looksAt: 'concern',
    params: ChildAt,
    input: z.object({ take: list }),
    show: async ({ act, params, form }) => {
      const { called, personId, offers } = await offered(act, params)
      await act.record('concern.viewed', params.concernId)
      await act.record('person.viewed', personId)
      return {
        title: 'What the concern says and the record does not',
        body: CarryPage({ form, called, personId, offers }),
        back: { href: `/concerns/${params.concernId}`, text: 'The concern' },
      }
    },
    save: async ({ act, params, input }) => {
      await takeChosen(act, params, input.take)
      return { to: `/concerns/${params.concernId}`, notice: 'It is on the record' }
    },
  })
}
