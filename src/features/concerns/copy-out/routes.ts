import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernId } from '#core/access/generated/tables.ts'
import { fault } from '#platform/errors/fault.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { viewConcern } from '../decide/view.ts'
import { mayDecide } from '../policy.ts'
import { CopyPage } from './pages.tsx'
import { concernAsText } from './text.ts'

export function routes(app: Routes<Act>): void {
  app.page('/concerns/:concernId/copy', {
    may: mayDecide,
    looksAt: 'concern',
    params: z.object({ concernId: idOf<ConcernId>() }),
    show: async ({ act, params }) => {
      const concern = await viewConcern(act, params.concernId)
      // What is sealed stays with its named people: elsewhere the person it is about may be a reader.
      if (concern.sealed) throw fault('not-found')
      await act.record('concern.copied-out', params.concernId)
      return {
        title: `Copy concern ${concern.reference}`,
        body: CopyPage({
          reference: concern.reference,
          text: concernAsText(concern),
          keepName: concern.keepName,
        }),
        back: { href: `/concerns/${params.concernId}`, text: 'The concern' },
      }
    },
  })
}
