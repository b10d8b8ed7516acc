import type { DemoArea } from '#core/manifest/feature.ts'
import { daysAfter, londonDay } from '#vocabulary/dates/london.ts'
import { PlanTyped } from './schemas.ts'
import { writePlan } from './service.ts'

/** One child of the made-up area has a plan. */
export async function demo(area: DemoArea): Promise<void> {
  if (!area.made.has('person Amelia Thorne')) return
  const at = new Date(area.world.now().getTime() - 3 * 86_400_000)
  const [year, month, day] = daysAfter(londonDay(area.world.now()), 14).split('-')
  await area.asUser(
    area.made.idOf('user Helen Marsh'),
    act =>
      writePlan(
        act,
        area.made.idOf('person Amelia Thorne'),
        PlanTyped.parse({
          ringTonight:
            'Mother, on the number that is recorded as safe\nDuty team, 01632 960 300, day and night',
          riskier: 'Friday evenings. When the second phone rings. After an argument at home.',
          signs: 'Leaves school before the end of the day: ring the police at once, then her mother.',
          goesTo: 'The bus station, or her friend in Mill Lane. Her form tutor knows both.',
          works: 'One quiet person, no questions at first. Art club. Food before talking.',
          childSays: '“I want someone to come and get me and not shout.”',
          agreedBy: 'Amelia, her mother, Helen Marsh (social worker), her form tutor',
          'review-day': day,
          'review-month': month,
          'review-year': year,
          version: '',
        }),
      ),
    at,
  )
}
