import type { Act } from '#core/access/act.ts'
import { nameOf, ownPerson, PersonAt, personToKnow, type Person } from '#features/people/public.ts'
import { fault } from '#platform/errors/fault.ts'
import type { Routes } from '#platform/http/routes.ts'
import { EndPlanPage, PlanPage } from './pages.tsx'
import { PrintPage, whoMustNotSee } from './plan-parts.tsx'
import { mayKeepPlans } from './policy.ts'
import { plansOf, type PlanRow } from './queries.ts'
import { PARTS } from './questions.ts'
import { EndTyped, PlanTyped } from './schemas.ts'
import { endPlan, writePlan } from './service.ts'

export function routes(app: Routes<Act>): void {
  app.form('/people/:personId/safety-plan', {
    may: mayKeepPlans,
    looksAt: 'person',
    params: PersonAt,
    input: PlanTyped,
    start: async ({ act, params }) => {
      const person = await ownPerson(act, params.personId)
      const [newest] = await plansOf(act.tx, person.id)
      return { ...(newest && !newest.endedAt ? asTyped(newest) : {}), version: newest?.id ?? '' }
    },
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      const [newest] = await plansOf(act.tx, person.id)
      await act.record('person.viewed', person.id)
      return {
        title: 'Write a plan',
        body: PlanPage({ form, name: nameOf(person), newest: newest?.id ?? '' }),
        back: backTo(person),
      }
    },
    save: async ({ act, params, input }) => {
      await writePlan(act, params.personId, input)
      return { to: `/people/${params.personId}`, notice: 'The plan is saved' }
    },
  })

  app.form('/people/:personId/safety-plan/end', {
    may: mayKeepPlans,
    looksAt: 'person',
    params: PersonAt,
    input: EndTyped,
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      await act.record('person.viewed', person.id)
      return { title: 'End a plan', body: EndPlanPage({ form, name: nameOf(person) }), back: backTo(person) }
    },
    save: async ({ act, params, input }) => {
      await endPlan(act, params.personId, input.why)
      return { to: `/people/${params.personId}`, notice: 'The plan is ended' }
    },
  })

  app.page('/people/:personId/safety-plan/print', {
    may: mayKeepPlans,
    looksAt: 'person',
    params: PersonAt,
    show: async ({ act, params }) => {
      const person = await personToKnow(act, params.personId)
      const [plan] = await plansOf(act.tx, person.id)
      if (!plan || plan.endedAt) throw fault('not-found')
      await act.record('safety-plan.opened-to-print', person.id, { plan: plan.id })
      return {
        // A browser prints the title and keeps it: it tells nothing.
        title: 'One page',
        body: PrintPage({ person, plan, notToBeTold: await whoMustNotSee(act, person) }),
        back: backTo(person),
      }
    },
  })
}

const backTo = (person: Person) => ({ href: `/people/${person.id}`, text: nameOf(person) })

/** A review begins with what stands. When it is reviewed next is asked anew. */
const asTyped = (plan: PlanRow): Record<string, string> =>
  Object.fromEntries([
    ['ringTonight', plan.ringTonight],
    ...PARTS.flatMap(({ name }) => [
      [name, plan[name] ?? ''],
      [`${name}-absence`, plan[`${name}Absence`] ?? ''],
    ]),
  ])
