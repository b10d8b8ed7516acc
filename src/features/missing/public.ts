import type { Act } from '#core/access/act.ts'
import type { MissingEpisodeId, SubjectId } from '#core/access/generated/tables.ts'
import type { Feature, WorkKind } from '#core/manifest/feature.ts'
import { LOOK } from './clock.ts'
import { demo } from './demo.ts'
import { outsideOfConcern } from './episode/outside.ts'
import { routes as episode } from './episode/routes.ts'
import { ledgerWords } from './ledger-words.ts'
import { notices } from './notices.tsx'
import { routes as now } from './now/routes.ts'
import { routes as open } from './open/routes.ts'
import { chronology, onProtecting, panel } from './panel.tsx'
import { mayKeepMissing, mayOpenFromConcern } from './policy.ts'
import { calledOf, episodesNaming } from './naming.sql.ts'
import { words } from './words.ts'

const look: WorkKind = {
  kind: LOOK,
  may: mayKeepMissing,
  describe: async (act: Act, subjects: readonly MissingEpisodeId[]) =>
    new Map<SubjectId, { title: string; action: string; href: string }>(
      (await calledOf(act.tx, subjects)).map(({ id, called }) => [
        id,
        { title: words.missingNow(called), action: 'Look at it again', href: `/missing/${id}` },
      ]),
    ),
}

export const missing: Feature = {
  name: 'missing',
  routes: app => {
    now(app)
    open(app)
    episode(app)
  },
  navigation: [{ href: '/missing', text: 'Missing now', may: mayKeepMissing }],
  panels: [panel],
  fromConcern: [{ text: 'This child is missing now', may: mayOpenFromConcern, under: 'missing' }],
  onProtecting,
  outsideOfConcern,
  chronology: [chronology],
  namedUnder: (act, personRecordId) => episodesNaming(act.tx, personRecordId),
  work: [look],
  notices,
  ledgerWords,
  demo,
}
