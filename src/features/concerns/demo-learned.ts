import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import type { DemoArea } from '#core/manifest/feature.ts'
import {
  addAround,
  addIdentifier,
  addOtherName,
  CorrectionTyped,
  correctPerson,
  IdentifierTyped,
  OtherNameTyped,
  personToKnow,
  sayOfChild,
  setSafeContact,
} from '#features/people/public.ts'

const AMELIA_AT_HOME = {
  version: '',
  'child-lives-with': 'one-parent',
  'child-siblings': 'Noah, 9',
  'child-legal-status': 'none',
  'child-plan': 'in-need',
  'child-workers':
    'Helen Marsh, social worker, 01632 960 210\nLeah Brandt, safeguarding lead, Hillside Academy',
  'child-language': 'English',
  'child-interpreter': 'no',
  'child-communication-absence': 'not-asked',
}
const AROUND_AMELIA = [
  {
    'adult-name-given': 'Joanne',
    'adult-name-family': 'Thorne',
    'adult-relationship': 'mother',
    'adult-responsibility': 'yes',
    'adult-safe-to-tell': 'partner',
    'adult-reached': 'At home before 6pm; she works nights',
  },
  {
    'adult-name-given': 'Lee',
    'adult-name-family': 'Garrity',
    'adult-relationship': 'step-parent',
    'adult-responsibility': 'no',
    'adult-safe-to-tell': 'not-told',
    'adult-reached-absence': 'not-applicable',
  },
]

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
  await learned('Amelia Thorne', 4, (act, id) =>
    setSafeContact(act, id, {
      said: {
        way: 'Through her form tutor on weekdays before 3pm. Her own phone is read by others.',
        wayAbsence: null,
        wordsToUse: 'Say that it is about art club.',
        doNot: 'Do not ring or write to her own phone.',
        notToBeTold: null,
        interpreter: null,
      },
      over: null,
    }),
  )
  await learned('Amelia Thorne', 4, (act, id) => sayOfChild(act, id, AMELIA_AT_HOME))
  for (const adult of AROUND_AMELIA) await learned('Amelia Thorne', 4, (act, id) => addAround(act, id, adult))
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
