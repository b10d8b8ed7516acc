import type { Feature } from '#core/manifest/feature.ts'
import { routes as before } from './before/routes.ts'
import { routes as childPage } from './child-page/routes.ts'
import { routes as correct } from './correct/routes.ts'
import { routes as family } from './family/routes.ts'
import { demo } from './demo.ts'
import { routes as find } from './find/routes.ts'
import { routes as identifiers } from './identifiers/routes.ts'
import { routes as otherNames } from './other-names/routes.ts'
import { mayKeepPeople, maySeeWhoLooked } from './policy.ts'
import { routes as protection } from './protection/routes.ts'
import { routes as record } from './record/routes.ts'
import { routes as safeContact } from './safe-contact/routes.ts'
import { routes as whoLooked } from './who-looked/routes.ts'
import { ledgerWords } from './who-looked/words.ts'

export type { PersonFact } from './bulk/facts.ts'
export { putPerson } from './bulk/rows.ts'
export { CorrectionTyped } from './correct/schemas.ts'
export { correctPerson } from './correct/service.ts'
export { addAround, sayOfChild } from './family/service.ts'
export { offersTo, takeOver, type Offer, type SaidElsewhere } from './family/take-over.ts'
export { findPeople } from './find/search.ts'
export { IdentifierTyped } from './identifiers/schemas.ts'
export { addIdentifier } from './identifiers/service.ts'
export { OtherNameTyped } from './other-names/schemas.ts'
export { addOtherName } from './other-names/service.ts'
export { mayKeepPeople } from './policy.ts'
export { nameOf, ownPerson, PersonAt, personToChange, personToKnow, type Person } from './person.ts'
export { bornTyped, readBorn } from './record/born.ts'
export type { PersonKnown } from './record/read-person.ts'
export { sayProtection } from './protection/service.ts'
export { createPersonRecord } from './record/service.ts'
export { contactHeadOf, type ContactHead } from './safe-contact/head.ts'
export { SafeContactPart } from './safe-contact/pages.tsx'
export { setSafeContact } from './safe-contact/service.ts'

export const people: Feature = {
  name: 'people',
  routes: (app, has) => {
    find(app)
    record(app)
    childPage(app, has)
    safeContact(app)
    family(app)
    correct(app)
    otherNames(app)
    identifiers(app)
    protection(app, has)
    before(app)
    whoLooked(app, has)
  },
  ledgerWords,
  demo,
  navigation: [
    { href: '/people', text: 'Find a person', may: mayKeepPeople },
    { href: '/people/who-looked', text: 'Who has looked', may: maySeeWhoLooked },
  ],
}
