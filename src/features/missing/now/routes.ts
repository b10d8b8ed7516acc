import type { Act } from '#core/access/act.ts'
import { whomToRingAnywhere } from '#features/administration/public.ts'
import type { Routes } from '#platform/http/routes.ts'
import { PageAsked, readPaged } from '#platform/ui/paging.tsx'
import { labelIn, standingOf } from '../entries.ts'
import { mayKeepMissing } from '../policy.ts'
import { agencyKind, entriesOn, gradesAll, wordsAll } from '../queries.ts'
import { NowPage } from './pages.tsx'
import { missingNow } from './queries.ts'

const ON_A_PAGE = 50

export function routes(app: Routes<Act>): void {
  app.page('/missing', {
    may: mayKeepMissing,
    looksAt: 'missing episode',
    query: PageAsked,
    show: async ({ act, query }) => {
      const { agencyId } = act.viewer
      const found = await readPaged({ page: query.page, size: ON_A_PAGE }, window =>
        missingNow(act.tx, agencyId, window),
      )
      const ids = found.rows.map(row => row.id)
      await act.record('missing.listed', null, { shown: ids })
      const entries = Map.groupBy(await entriesOn(act.tx, ids), entry => entry.episodeId)
      const [grades, words] = [await gradesAll(act.tx), await wordsAll(act.tx)]
      const rows = found.rows.map(row => ({ ...row, ...standingOf(entries.get(row.id) ?? []) }))
      return {
        title: 'Missing now',
        body: NowPage({
          children: { ...found, rows },
          now: act.world.now(),
          rings: await whomToRingAnywhere(act),
          police: (await agencyKind(act.tx, agencyId)) === 'police',
          sayGrade: code => labelIn(grades, code),
          sayWord: code => labelIn(words, code),
        }),
      }
    },
  })
}
