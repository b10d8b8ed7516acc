import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ClockId } from '#core/access/generated/tables.ts'
import { nightsOf } from '#features/administration/public.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { mayDecide, NEVER_HELD_UP } from '../policy.ts'
import { listOf, why } from '../schemas.ts'
import { words } from '../words.ts'
import { HandedToUsPage, ShiftPage } from './pages.tsx'
import { handedToUs, handToTeam, toHandOver, TURNS, type Turn } from './service.ts'

const ShiftTyped = z.looseObject({
  clocks: listOf(idOf<ClockId>(words.chooseWhatGoes)).refine(all => all.length > 0, words.chooseWhatGoes),
  note: why(words.sayWhatToKnow),
})

export function routes(app: Routes<Act>): void {
  app.page('/concerns/handed-to-us', {
    may: mayDecide,
    looksAt: 'concern',
    show: async ({ act }) => {
      const handed = await handedToUs(act)
      await act.record('concern.handed-listed', null, {
        shown: [...new Set(handed.map(one => one.item.concernId))],
      })
      return { title: 'Handed over to your team', body: HandedToUsPage({ handed }), back: BACK }
    },
  })

  for (const turn of TURNS) shiftForm(app, turn)
}

function shiftForm(app: Routes<Act>, turn: Turn): void {
  app.form(`/concerns/shift-${turn}`, {
    may: mayDecide,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    input: ShiftTyped,
    start: async ({ act }) => ({
      clocks: (await toHandOver(act, turn)).map(one => one.item.clockId),
    }),
    show: async ({ act, form }) => {
      const going = await toHandOver(act, turn)
      await act.record('concern.shift-listed', null, {
        shown: [...new Set(going.map(one => one.item.concernId))],
      })
      return {
        title: turn === 'night' ? 'Hand over for the night' : 'Hand back to the day team',
        body: ShiftPage({ form, turn, going, nights: await nightsOf(act) }),
        back: BACK,
      }
    },
    save: async ({ act, input }) => {
      const notes = new Map(
        input.clocks.flatMap(id => {
          const own = input[`note-${id}`]
          return typeof own === 'string' && own.trim() !== '' ? [[id, own.trim().slice(0, 2_000)]] : []
        }),
      )
      const count = await handToTeam(act, {
        turn,
        chosen: input.clocks,
        note: input.note,
        notes,
      })
      return { to: '/concerns/queue', notice: words.handedToTeam(count) }
    },
  })
}

const BACK = { href: '/concerns/queue', text: 'Concerns to decide' }
