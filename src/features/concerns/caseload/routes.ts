import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { thoseOf } from '#core/access/named-people.sql.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { maySupervise } from '../policy.ts'
import { why } from '../schemas.ts'
import { inHandByPerson } from '../shift/queries.ts'
import { words } from '../words.ts'
import { CaseloadPage, PersonsCaseloadPage, type InHand } from './pages.tsx'
import { namesOf } from './queries.ts'
import { handOverAll, whatTheyHave } from './service.ts'

export function routes(app: Routes<Act>): void {
  app.page('/concerns/caseload', {
    may: maySupervise,
    looksAt: 'concern',
    show: async ({ act }) => {
      const rows = await inHand(act)
      await act.record('concern.caseload-counted', null, { people: rows.length })
      return { title: 'Who has what in hand', body: CaseloadPage({ rows }), back: BACK }
    },
  })

  app.form('/concerns/caseload/:userId', {
    may: maySupervise,
    looksAt: 'concern',
    params: z.object({ userId: idOf<UserAccountId>() }),
    input: z.object({ to: idOf<UserAccountId>(words.chooseColleague), why: why(words.sayWhyHanded) }),
    show: async ({ act, params, form }) => {
      const { who, items } = await whatTheyHave(act, params.userId)
      await act.record('concern.caseload-listed', null, {
        shown: [...new Set(items.map(item => item.concernId))],
      })
      const deciders = await thoseOf(act, act.viewer.agencyId, 'decide-concern')
      return {
        title: `What ${who.name} has in hand`,
        body: PersonsCaseloadPage({
          form,
          name: who.name,
          now: act.world.now(),
          items,
          colleagues: deciders
            .filter(one => one.userId !== who.id)
            .map(one => ({ id: one.userId, name: one.name, isViewer: one.userId === act.viewer.id })),
        }),
        back: { href: '/concerns/caseload', text: 'Who has what in hand' },
      }
    },
    save: async ({ act, params, input }) => {
      const { went, stay } = await handOverAll(act, { from: params.userId, ...input })
      return { to: `/concerns/caseload/${params.userId}`, notice: words.handedAll(went, stay) }
    },
  })
}

const BACK = { href: '/concerns/queue', text: 'Concerns to decide' }

/** By name, and never by how late: it is to see who needs help, and ranks nobody. */
async function inHand(act: Act): Promise<InHand[]> {
  const counted = await inHandByPerson(act.tx, act.viewer.agencyId, act.world.now())
  const people = await namesOf(
    act.tx,
    counted.flatMap(row => row.userId ?? []),
  )
  return counted
    .map(row => {
      const person = people.find(one => one.id === row.userId)
      return {
        userId: row.userId,
        name: person?.name ?? 'Nobody yet',
        left: person?.endedAt !== null && person?.endedAt !== undefined,
        count: row.count,
        late: row.late,
        oldest: row.oldest,
      }
    })
    .toSorted(
      (one, other) =>
        Number(one.userId === null) - Number(other.userId === null) || one.name.localeCompare(other.name),
    )
}
