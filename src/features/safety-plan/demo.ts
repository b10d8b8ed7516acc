import type { DemoArea } from '#core/manifest/feature.ts'
import { daysAfter, londonDay } from '#vocabulary/dates/london.ts'
import { PlanTyped } from './schemas.ts'
import { writePlan } from './service.ts'

interface Planned {
  readonly child: string
  readonly daysAgo: number
  /** From today; a review that is late is in the past. */
  readonly reviewIn: number
  readonly says: Readonly<Record<string, string>>
}

const PLANS: readonly Planned[] = [
  {
    child: 'Amelia Thorne',
    daysAgo: 3,
    reviewIn: 14,
    says: {
      ringTonight: 'Mother, on the number that is recorded as safe\nDuty team, 01632 960 300, day and night',
      riskier: 'Friday evenings. When the second phone rings. After an argument at home.',
      signs: 'Leaves school before the end of the day: ring the police at once, then her mother.',
      goesTo: 'The bus station, or her friend in Mill Lane. Her form tutor knows both.',
      works: 'One quiet person, no questions at first. Art club. Food before talking.',
      childSays: '“I want someone to come and get me and not shout.”',
      agreedBy: 'Amelia, her mother, Helen Marsh (social worker), her form tutor',
    },
  },
  {
    child: 'Jayden Cole',
    daysAgo: 2,
    reviewIn: 5,
    says: {
      ringTonight: 'His uncle, 01632 960 310\nDuty team, 01632 960 300, day and night',
      riskier: 'When he owes someone. Weekends when his uncle works.',
      signs: 'Turns his phone off: ring his uncle, and if he is not home by ten, the police.',
      goesTo: 'The skate park, or his cousin in Harbour Street.',
      works: 'Driving with the youth worker. Plain words. No crowd.',
      childSays: '“Ask me before you ring my mum.”',
      agreedBy: 'Jayden, his uncle, Helen Marsh (social worker), the youth worker',
    },
  },
  {
    child: 'Katarzyna Wiśniewska',
    daysAgo: 40,
    reviewIn: -3,
    says: {
      ringTonight: 'Her foster carer, 01632 960 303\nDuty team, 01632 960 300, day and night',
      riskier: 'The week of contact with her family. When she changes her number.',
      signs: 'Says that she is meeting a friend whom nobody has met: ask who drives.',
      goesTo: 'The library, or the shelter by the river.',
      works: 'Her carer first. Polish, if she is upset.',
      childSays: '“Do not come in a police car.”',
      agreedBy: 'Katarzyna, her carer, Helen Marsh (social worker)',
    },
  },
]

/** Children of the made-up area who have a plan: those of its first town, and in the whole area one whose review is late. */
export async function demo({ made, world, asUser }: DemoArea): Promise<void> {
  for (const { child, daysAgo, reviewIn, says } of PLANS) {
    if (!made.has(`person ${child}`)) continue
    const [year, month, day] = daysAfter(londonDay(world.now()), reviewIn).split('-')
    const review = { 'review-day': day, 'review-month': month, 'review-year': year }
    await asUser(
      made.idOf('user Helen Marsh'),
      act =>
        writePlan(act, made.idOf(`person ${child}`), PlanTyped.parse({ ...says, ...review, version: '' })),
      new Date(world.now().getTime() - daysAgo * 86_400_000),
    )
  }
}
