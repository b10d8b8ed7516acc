import type { DemoArea } from '#core/manifest/feature.ts'
import { addAround, sayOfChild } from './family/service.ts'
import type { FormValues } from '#platform/ui/form-state.ts'

interface FamilyTold {
  readonly by: string
  readonly daysAgo: number
  readonly child: string
  readonly home: FormValues
  readonly adults: readonly FormValues[]
}

const TOLD: readonly FamilyTold[] = [
  {
    by: 'Helen Marsh',
    daysAgo: 80,
    child: 'Katarzyna Wiśniewska',
    home: {
      'child-lives-with': 'foster',
      'child-legal-status': 'care',
      'child-legal-status-since-year': '2024',
      'child-placed-by': 'Wexcombe Council',
      'child-siblings': 'A brother, 9, at another placement',
      'child-plan': 'care',
      'child-workers': 'Helen Marsh, social worker, 01632 960 301\nSchool nurse, 01632 960 302',
      'child-language': 'Polish',
      'child-interpreter': 'no',
      'child-communication-absence': 'not-applicable',
    },
    adults: [
      {
        'adult-name-given': 'Irena',
        'adult-name-family': 'Wiśniewska',
        'adult-relationship': 'mother',
        'adult-responsibility': 'yes',
        'adult-safe-to-tell': 'not-yet-known',
        'adult-reached': 'Only through Helen Marsh',
      },
      {
        'adult-name-given': 'Carol',
        'adult-name-family': 'Dent',
        'adult-relationship': 'carer',
        'adult-responsibility': 'no',
        'adult-safe-to-tell': 'partner',
        'adult-reached': '01632 960 303, any time',
      },
    ],
  },
  {
    by: 'Priya Raman',
    daysAgo: 120,
    child: 'Eleanor Braithwaite',
    home: {
      'child-lives-with': 'one-parent',
      'child-legal-status': 'none',
      'child-siblings': 'Elena, her twin',
      'child-plan': 'in-need',
      'child-workers': 'Deputy head, St Bede’s Catholic School',
      'child-language': 'English',
      'child-interpreter': 'no',
      'child-communication-absence': 'not-asked',
    },
    adults: [
      {
        'adult-name-given': 'Paul',
        'adult-name-family': 'Braithwaite',
        'adult-relationship': 'father',
        'adult-responsibility': 'yes',
        'adult-safe-to-tell': 'partner',
        'adult-reached-absence': 'not-known',
      },
    ],
  },
]

/** Home and family of children whom the council knows, with who may be told. */
export async function demoFamily({ made, world, asUser }: DemoArea): Promise<void> {
  for (const { by, daysAgo, child, home, adults } of TOLD) {
    const id = made.idOf(`person ${child}`)
    const at = new Date(world.now().getTime() - daysAgo * 86_400_000)
    await asUser(made.idOf(`user ${by}`), act => sayOfChild(act, id, home), at)
    for (const adult of adults) await asUser(made.idOf(`user ${by}`), act => addAround(act, id, adult), at)
  }
}
