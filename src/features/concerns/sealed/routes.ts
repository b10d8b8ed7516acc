import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernId } from '#core/access/generated/tables.ts'
import type { Handed } from '#core/manifest/feature.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { concernToRead } from '../decide/view.ts'
import { mayHoldOrStandIn, mayRead, NEVER_HELD_UP } from '../policy.ts'
import { words } from '../words.ts'
import { AllegationPage, TooNearPage } from './pages.tsx'
import { AllegationTyped } from './schemas.ts'
import { recordAllegation, sealedConcern, stepOutside } from './service.ts'

const ConcernAt = z.object({ concernId: idOf<ConcernId>() })

export function routes(app: Routes<Act>, has: Handed): void {
  const alsoOutside = has.features.flatMap(feature => feature.outsideOfConcern ?? [])

  app.form('/concerns/:concernId/allegation', {
    may: mayHoldOrStandIn,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: ConcernAt,
    input: AllegationTyped,
    show: async ({ act, params, form }) => {
      const concern = await sealedConcern(act, params.concernId)
      await act.record('concern.viewed', concern.id)
      return {
        title: 'What is done about the person named',
        body: AllegationPage({ form, reference: concern.reference }),
        back: { href: `/concerns/${concern.id}`, text: 'The concern' },
      }
    },
    save: async ({ act, params, input }) => {
      await recordAllegation(act, { concernId: params.concernId, ...input })
      return { to: `/concerns/${params.concernId}`, notice: 'It is recorded' }
    },
  })

  app.form('/concerns/:concernId/outside', {
    may: mayRead,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: ConcernAt,
    input: z.object({}),
    show: async ({ act, params, form }) => {
      const concern = await concernToRead(act, params.concernId)
      await act.record('concern.viewed', concern.id)
      return {
        title: 'I am too near to this',
        body: TooNearPage({ form, reference: concern.reference, says: words.stepOutside }),
        back: { href: `/concerns/${concern.id}`, text: 'The concern' },
      }
    },
    save: async ({ act, params }) => {
      await stepOutside(act, await concernToRead(act, params.concernId), alsoOutside)
      return { to: '/', notice: words.isOutside }
    },
  })
}
