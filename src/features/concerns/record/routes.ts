import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import { areasToSendTo, whomToRingAnywhere } from '#features/administration/public.ts'
import { currentTemplate, faceOf } from '#features/standard/public.ts'
import { DAYS_KEPT } from '#platform/http/drafts.sql.ts'
import type { Routes } from '#platform/http/routes.ts'
import { mayRecord, NEVER_HELD_UP } from '../policy.ts'
import { FACE } from '../reading.ts'
import { sendConcern } from '../send/service.ts'
import { words } from '../words.ts'
import { startDraft } from './draft.ts'
import { StartPage } from './pages.tsx'
import { recordingSteps } from './steps.ts'

export function routes(app: Routes<Act>): void {
  app.form('/concerns/new', {
    may: mayRecord,
    looksAt: 'nothing',
    counts: NEVER_HELD_UP,
    input: z.object({ [FACE]: z.string().max(40).optional() }),
    show: async ({ act, form }) => ({
      title: 'Record a concern about a child',
      body: StartPage({
        form,
        faces: (await currentTemplate(act.tx)).faces.map(face => ({
          id: face.id,
          title: face.title.en,
          hint: face.hint.en,
        })),
        rings: await whomToRingAnywhere(act),
      }),
    }),
    save: async ({ act, input }) => {
      const draftId = await startDraft(act, faceOf(await currentTemplate(act.tx), input[FACE]))
      await act.record('concern.begun', null, { draft: draftId })
      return { to: `/concerns/draft/${draftId}/danger` }
    },
  })

  recordingSteps(app, {
    may: mayRecord,
    maySend: mayRecord,
    counts: NEVER_HELD_UP,
    base: '/concerns/draft',
    days: DAYS_KEPT,
    areas: areasToSendTo,
    rings: whomToRingAnywhere,
    back: { href: '/', text: 'Home' },
    later: { to: '/concerns/mine', notice: 'Saved. You can come back to it from here.' },
    afterSending: words.moreInAnother,
    send: async (act, draft) => `/concerns/sent/${(await sendConcern(act, draft)).concernId}`,
  })
}
