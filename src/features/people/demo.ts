import type { DemoArea } from '#core/manifest/feature.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import { createPersonRecord } from './record/service.ts'
import { demoFamily } from './demo-family.ts'
import { sayProtection } from './protection/service.ts'
import type { PersonKnown } from './record/read-person.ts'

interface Planted {
  readonly by: string
  readonly daysAgo: number
  readonly given: string
  readonly family: string
  readonly born: string
  readonly sex: 'F' | 'M'
}

/** One child as five agencies know her, each in its own spelling; and twins, of whom each is not the other. */
const PLANTED: readonly Planted[] = [
  { by: 'Tom Ashdown', daysAgo: 700, given: 'Katarzyna', family: 'Wiśniewska', born: '2010-05-03', sex: 'F' },
  {
    by: 'Rachel Denby',
    daysAgo: 410,
    given: 'Catherine',
    family: 'Wisniewski',
    born: '2010-05-03',
    sex: 'F',
  },
  { by: 'Moira Kelly', daysAgo: 322, given: 'Kasia', family: 'Wisniewska', born: '2010-03-05', sex: 'F' },
  {
    by: 'Yvonne Clarke',
    daysAgo: 240,
    given: 'Katazyna',
    family: 'Wiszniewska',
    born: '2010-05-03',
    sex: 'F',
  },
  { by: 'Marcia Bennett', daysAgo: 90, given: 'Kate', family: 'Wisnewska', born: '2010-05-03', sex: 'F' },
  { by: 'Priya Raman', daysAgo: 201, given: 'Eleanor', family: 'Braithwaite', born: '2011-08-19', sex: 'F' },
  { by: 'Priya Raman', daysAgo: 201, given: 'Elena', family: 'Braithwaite', born: '2011-08-19', sex: 'F' },
]

const knownFrom = ({ given, family, born, sex }: Planted): PersonKnown => ({
  givenNames: given,
  givenNamesAbsence: null,
  familyName: family,
  familyNameAbsence: null,
  knownAs: null,
  bornFrom: plainDate(born),
  bornTo: plainDate(born),
  bornAbsence: null,
  sex,
  sexAbsence: null,
})

/** A child whom her former family looks for: her record is for named people only. */
const PROTECTED: Planted = {
  by: 'Helen Marsh',
  daysAgo: 130,
  given: 'Rowan',
  family: 'Ellery',
  born: '2012-04-16',
  sex: 'F',
}

export async function demo(area: DemoArea): Promise<void> {
  if (!area.wide) return
  for (const planted of [...PLANTED, PROTECTED]) {
    const id = await area.asUser(
      area.made.idOf(`user ${planted.by}`),
      act => createPersonRecord(act, knownFrom(planted)),
      new Date(area.world.now().getTime() - planted.daysAgo * 86_400_000),
    )
    area.made.set(`person ${planted.given} ${planted.family}`, id)
  }
  await area.asUser(
    area.made.idOf(`user ${PROTECTED.by}`),
    act =>
      sayProtection(act, area.made.idOf('person Rowan Ellery'), {
        say: 'protect',
        reason: 'Adopted. The former family must not learn of the new name.',
      }),
    new Date(area.world.now().getTime() - (PROTECTED.daysAgo - 1) * 86_400_000),
  )
  await demoFamily(area)
}
