import type { Act } from '#core/access/act.ts'
import type { SubjectId } from '#core/access/generated/tables.ts'
import type { Feature } from '#core/manifest/feature.ts'
import { nameOf } from '#features/people/public.ts'
import { demo } from './demo.ts'
import { panel } from './plan-parts.tsx'
import { mayKeepPlans } from './policy.ts'
import { peopleNamed, plansOf } from './queries.ts'
import { routes } from './routes.ts'
import { REVIEW } from './service.ts'

export const safetyPlan: Feature = {
  name: 'safety-plan',
  routes,
  panels: [panel],
  demo,
  ledgerWords: {
    'safety-plan.opened-to-print': 'Opened the safety plan to print it',
    'safety-plan.written': 'Wrote a safety plan',
    'safety-plan.ended': 'Ended the safety plan',
  },
  work: [
    {
      kind: REVIEW,
      may: mayKeepPlans,
      describe: async (act: Act, subjects: readonly SubjectId[]) =>
        new Map(
          (await peopleNamed(act.tx, subjects)).map(person => [
            person.id,
            {
              title: `Safety plan of ${nameOf(person)}`,
              action: 'Review it with them',
              href: `/people/${person.id}/safety-plan`,
            },
          ]),
        ),
    },
  ],
  chronology: [
    async (act, asked) =>
      (await plansOf(act.tx, asked.personRecordId)).slice(0, asked.limit).map(plan => ({
        at: plan.writtenAt,
        title: 'Safety plan written',
        by: plan.writtenByName,
        words: null,
        href: null,
      })),
  ],
}
