import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import type { DemoArea } from '#core/manifest/feature.ts'
import {
  addIdentifier,
  addOtherName,
  CorrectionTyped,
  correctPerson,
  IdentifierTyped,
  OtherNameTyped,
  personToKnow,
} from '#features/people/public.ts'

/** What a worker has learned of two children since their records were made. The NHS number is one for tests. */
export async function demoLearned(area: DemoArea): Promise<void> {
  const learned = (
    child: string,
    daysAgo: number,
    work: (act: Act, personId: PersonRecordId) => Promise<unknown>,
  ) =>
    area.asUser(
      area.made.idOf('user Helen Marsh'),
      act => work(act, area.made.idOf(`person ${child}`)),
      new Date(area.world.now().getTime() - daysAgo * 86_400_000),
    )
  await learned('Amelia Thorne', 5, (act, id) =>
    addOtherName(act, id, OtherNameTyped.parse({ kind: 'nickname', given: 'Millie' })),
  )
  await learned('Amelia Thorne', 4, (act, id) =>
    addIdentifier(act, id, IdentifierTyped.parse({ kind: 'nhs-number', value: '999 000 0018' })),
  )
  await learned('Jayden Cole', 2, async (act, id) =>
    correctPerson(
      act,
      id,
      CorrectionTyped.parse({
        given: 'Jayden',
        family: 'Cole',
        'born-day': '12',
        'born-month': '9',
        'born-year': '2010',
        sex: 'M',
        reason: 'His mother showed his birth certificate: the day was written down wrongly.',
        version: (await personToKnow(act, id)).version,
      }),
    ),
  )
}
