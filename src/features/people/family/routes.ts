import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { PersonAroundId, PersonRecordId } from '#core/access/generated/tables.ts'
import { fault } from '#platform/errors/fault.ts'
import type { Routes } from '#platform/http/routes.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { nameOf, ownPerson, PersonAt, personToKnow, type Person } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { words } from '../words.ts'
import { beforeOf } from './before.ts'
import { ofWhom, typedOf, versionOf } from './family.ts'
import { AnswersPage, EndAroundPage, FamilyBeforePage } from './pages.tsx'
import { answersKept, oneAround } from './queries.ts'
import { familyQuestions } from './questions.ts'
import { addAround, endAround, sayOfAround, sayOfChild } from './service.ts'

const TOO_MUCH = 'Enter 20,000 characters or fewer'
/** What was typed is read by the template's own rules, inside the deed; here it only has to be text. */
const Typed = z.record(
  z.string().max(100),
  z.union([z.string().max(20_000, TOO_MUCH), z.array(z.string().max(20_000, TOO_MUCH))]),
)
const AroundAt = z.object({ personId: idOf<PersonRecordId>(), aroundId: idOf<PersonAroundId>() })
const EndTyped = z.object({
  why: z
    .string({ error: words.sayWhyEnded })
    .trim()
    .min(1, words.sayWhyEnded)
    .max(500, 'Enter 500 characters or fewer'),
})

export function routes(app: Routes<Act>): void {
  app.form('/people/:personId/family', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    input: Typed,
    start: async ({ act, params }) => {
      const person = await ownPerson(act, params.personId)
      const { ofChild } = await familyQuestions(act.tx)
      const stand = ofWhom(await answersKept(act.tx, person.id), null)
      return { ...typedOf(ofChild, stand), version: versionOf(stand) }
    },
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      await act.record('person.viewed', person.id)
      return {
        title: 'Home, legal status and language',
        body: AnswersPage({
          form,
          name: nameOf(person),
          title: 'Home, legal status and language',
          questions: (await familyQuestions(act.tx)).ofChild,
          stand: ofWhom(await answersKept(act.tx, person.id), null),
        }),
        back: backTo(person),
      }
    },
    save: async ({ act, params, input }) => {
      await sayOfChild(act, params.personId, input)
      return { to: `/people/${params.personId}`, notice: 'The answers are saved' }
    },
  })

  app.form('/people/:personId/around/new', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    input: Typed,
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      await act.record('person.viewed', person.id)
      return {
        title: 'Add someone around the child',
        body: AnswersPage({
          form,
          name: nameOf(person),
          title: 'Add someone around the child',
          lead: words.beforeTelling,
          questions: (await familyQuestions(act.tx)).ofAround,
          stand: [],
        }),
        back: backTo(person),
      }
    },
    save: async ({ act, params, input }) => {
      await addAround(act, params.personId, input)
      return { to: `/people/${params.personId}`, notice: 'They are added' }
    },
  })

  app.form('/people/:personId/around/:aroundId', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: AroundAt,
    input: Typed,
    start: async ({ act, params }) => {
      const { person, around } = await aroundOn(act, params)
      const { ofAround } = await familyQuestions(act.tx)
      const stand = ofWhom(await answersKept(act.tx, person.id), around.id)
      return { ...typedOf(ofAround, stand), version: versionOf(stand) }
    },
    show: async ({ act, params, form }) => {
      const { person, around } = await aroundOn(act, params)
      await act.record('person.viewed', person.id)
      return {
        title: 'Someone around the child',
        body: AnswersPage({
          form,
          name: nameOf(person),
          title: words.someoneAround(around.called),
          lead: words.beforeTelling,
          questions: (await familyQuestions(act.tx)).ofAround,
          stand: ofWhom(await answersKept(act.tx, person.id), around.id),
        }),
        back: backTo(person),
      }
    },
    save: async ({ act, params, input }) => {
      await sayOfAround(act, params, input)
      return { to: `/people/${params.personId}`, notice: 'The answers are saved' }
    },
  })

  app.form('/people/:personId/around/:aroundId/end', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: AroundAt,
    input: EndTyped,
    show: async ({ act, params, form }) => {
      const { person, around } = await aroundOn(act, params)
      await act.record('person.viewed', person.id)
      return {
        title: 'No longer around the child',
        body: EndAroundPage({ form, name: nameOf(person), called: around.called }),
        back: backTo(person),
      }
    },
    save: async ({ act, params, input }) => {
      await endAround(act, params, input.why)
      return { to: `/people/${params.personId}`, notice: 'They are no longer shown around the child' }
    },
  })

  app.page('/people/:personId/family/before', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    show: async ({ act, params }) => {
      const person = await personToKnow(act, params.personId)
      await act.record('person.former-versions-viewed', person.id)
      return {
        title: 'What was said of the family before',
        body: FamilyBeforePage({ name: nameOf(person), ...(await beforeOf(act, person)) }),
        back: backTo(person),
      }
    },
  })
}

const backTo = (person: Person) => ({ href: `/people/${person.id}`, text: nameOf(person) })

async function aroundOn(act: Act, at: z.output<typeof AroundAt>) {
  const person = await ownPerson(act, at.personId)
  const around = await oneAround(act.tx, at)
  if (!around) throw fault('not-found')
  return { person, around }
}
