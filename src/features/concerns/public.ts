import type { Feature } from '#core/manifest/feature.ts'
import { routes as add } from './add/routes.ts'
import { routes as api } from './api/routes.ts'
import { routes as carry } from './carry/routes.ts'
import { routes as caseload } from './caseload/routes.ts'
import { routes as copyOut } from './copy-out/routes.ts'
import { routes as crime } from './crime/routes.ts'
import { routes as decide } from './decide/routes.ts'
import { chronology, panel } from './on-child/panel.tsx'
import { concernsNaming } from './on-child/queries.ts'
import { routes as disagree } from './disagree/routes.ts'
import { routes as handOver } from './hand-over/routes.ts'
import { ledgerWords } from './ledger-words.ts'
import { notices } from './notices.tsx'
import { mayAskSeen, mayDecide, mayRecord, maySupervise } from './policy.ts'
import { routes as oversight } from './oversight/routes.ts'
import { routes as part } from './part/routes.ts'
import { routes as passOn } from './pass-on/routes.ts'
import { routes as queue } from './queue/routes.ts'
import { routes as record } from './record/routes.ts'
import { readRoutes } from './referrers/read-routes.ts'
import { routes as referrers } from './referrers/routes.ts'
import { routes as seen } from './seen/routes.ts'
import { routes as sealed } from './sealed/routes.ts'
import { routes as shift } from './shift/routes.ts'
import { routes as split } from './split/routes.ts'
import { routes as status } from './status/routes.ts'
import { demo } from './demo.ts'
import { work } from './work.ts'

export { DAYS_A_REFERRERS_DRAFT_IS_KEPT } from './referrers/service.ts'
export type {
  AreaThere,
  ConcernFact,
  ConcernSetting,
  CrimeFact,
  DecisionFact,
  OversightFact,
} from './bulk/facts.ts'
export { putConcern } from './bulk/rows.ts'
export { mayDecide } from './policy.ts'
export { TooNearPage } from './sealed/pages.tsx'
export { childToTakeOver, concernsJoinedTo, tooNearTo } from './take-over/child.ts'

export const concerns: Feature = {
  name: 'concerns',
  routes: (app, has) => {
    record(app)
    status(app)
    queue(app)
    decide(app, has)
    carry(app)
    sealed(app, has)
    crime(app)
    seen(app)
    handOver(app)
    oversight(app)
    api(app)
    passOn(app)
    add(app)
    split(app)
    disagree(app)
    shift(app)
    caseload(app)
    readRoutes(app)
    copyOut(app)
    part(app, has)
    referrers(has)
  },
  navigation: [
    {
      href: '/concerns/new',
      text: 'Record a concern',
      may: mayRecord,
      begins: 'Record a concern about a child',
    },
    { href: '/concerns/queue', text: 'Concerns to decide', may: mayDecide },
    { href: '/concerns/caseload', text: 'Who has what in hand', may: maySupervise },
    { href: '/concerns/seen', text: 'Seen before', may: mayAskSeen },
    { href: '/concerns/mine', text: 'Concerns you raised', may: mayRecord },
  ],
  panels: [panel],
  chronology: [chronology],
  namedUnder: (act, personRecordId) => concernsNaming(act.tx, personRecordId),
  ledgerWords,
  work,
  notices,
  demo,
}
