import type { Feature } from '#core/manifest/feature.ts'
import { routes as api } from './api/routes.ts'
import { routes as crime } from './crime/routes.ts'
import { routes as decide } from './decide/routes.ts'
import { chronology, panel } from './on-child/panel.tsx'
import { concernsNaming } from './on-child/queries.ts'
import { routes as handOver } from './hand-over/routes.ts'
import { ledgerWords } from './ledger-words.ts'
import { notices } from './notices.tsx'
import { mayAskSeen, mayDecide, mayRecord } from './policy.ts'
import { routes as oversight } from './oversight/routes.ts'
import { routes as queue } from './queue/routes.ts'
import { routes as record } from './record/routes.ts'
import { routes as seen } from './seen/routes.ts'
import { routes as sealed } from './sealed/routes.ts'
import { routes as status } from './status/routes.ts'
import { demo } from './demo.ts'
import { work } from './work.ts'

export type {
  AreaThere,
  ConcernFact,
  ConcernSetting,
  CrimeFact,
  DecisionFact,
  OversightFact,
} from './bulk/facts.ts'
export { putConcern } from './bulk/rows.ts'

export const concerns: Feature = {
  name: 'concerns',
  routes: app => {
    record(app)
    status(app)
    queue(app)
    decide(app)
    sealed(app)
    crime(app)
    seen(app)
    handOver(app)
    oversight(app)
    api(app)
  },
  navigation: [
    { href: '/concerns/new', text: 'Record a concern', may: mayRecord },
    { href: '/concerns/queue', text: 'Concerns to decide', may: mayDecide },
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
