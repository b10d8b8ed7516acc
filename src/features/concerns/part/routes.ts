import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId } from '#core/access/generated/tables.ts'
import type { Handed } from '#core/manifest/feature.ts'
import { deedSayer } from '#core/manifest/say-deed.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { childOn } from '../decide/child-on.ts'
import { mayDecide, NEVER_HELD_UP } from '../policy.ts'
import { why } from '../schemas.ts'
import { words } from '../words.ts'
import { PartedPage, PartPage } from './pages.tsx'
import { linkOf, partingsOn, recordReference } from './queries.ts'
import { looksWhileJoined, partRecord } from './service.ts'

const ChildAt = z.object({ concernId: idOf<ConcernId>(), childId: idOf<ConcernChildId>() })

export function routes(app: Routes<Act>, has: Handed): void {
  app.form('/concerns/:concernId/children/:childId/part', {
    may: mayDecide,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: ChildAt,
    input: z.object({ why: why(words.sayWhyParted) }),
    show: async ({ act, params, form }) => {
      const { concern, child } = await childOn(act, params)
      await act.record('concern.viewed', concern.id)
      const link = await linkOf(act.tx, child.id, act.viewer.agencyId)
      return {
        title: 'Part a child from a record',
        body: PartPage({
          form,
          called: child.called,
          reference: concern.reference,
          record: link
            ? {
                reference: link.reference,
                name: [link.givenNames, link.familyName].filter(Boolean).join(' ') || 'Name not known',
                since: link.linkedAt,
              }
            : null,
        }),
        back: { href: `/concerns/${concern.id}`, text: 'The concern' },
      }
    },
    save: async ({ act, params, input }) => {
      await partRecord(act, { ...params, why: input.why })
      return {
        to: `/concerns/${params.concernId}/children/${params.childId}/parted`,
        notice: 'They are parted',
      }
    },
  })

  app.page('/concerns/:concernId/children/:childId/parted', {
    may: mayDecide,
    looksAt: 'concern',
    params: ChildAt,
    show: async ({ act, params }) => {
      const { concern, child } = await childOn(act, params)
      await act.record('concern.partings-viewed', concern.id)
      const partings = []
      for (const one of await partingsOn(act.tx, concern.id)) {
        if (one.concernChildId !== child.id) continue
        const reference = await recordReference(act.tx, one.personRecordId)
        const done = reference
          ? await looksWhileJoined(act, {
              concernId: concern.id,
              personRecordId: one.personRecordId,
              from: one.linkedAt,
              until: one.partedAt,
            })
          : { looks: [], cut: false }
        partings.push({
          ...one,
          record: reference ? { reference, href: `/people/${one.personRecordId}` } : null,
          ...done,
        })
      }
      return {
        title: 'What was done while they were joined',
        body: PartedPage({
          called: child.called,
          reference: concern.reference,
          partings,
          sayDeed: deedSayer(has.features),
        }),
        back: { href: `/concerns/${concern.id}`, text: 'The concern' },
      }
    },
  })
}
