import type { MadeUp } from '#core/manifest/made-up.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { withUnsaid } from './unsaid.ts'

export interface Story {
  readonly by: string
  readonly hoursAgo: number
  readonly typed: FormValues
  readonly takenAfter?: number
  readonly outcomes?: readonly string[]
  readonly reasons?: string
}

export interface Telling {
  readonly child: readonly [given: string, family: string, born: string, sex: 'F' | 'M']
  readonly account: string
  readonly noticed: readonly string[]
  readonly school?: string
  readonly danger?: 'nobody' | 'spoken'
  readonly area: string
  readonly besides?: FormValues
}

/** Brief, professional, made up. */
export function stories(made: MadeUp): Story[] {
  const typed = (told: Telling): FormValues => typedFrom(told, made.idOf(`area ${told.area}`))
  return [
    {
      by: 'Leah Brandt',
      hoursAgo: 170,
      typed: typed({
        child: ['Amelia', 'Thorne', '2011-03-14', 'F'],
        school: 'Hillside Academy',
        area: 'Wexcombe North',
        account:
          'Fact: Amelia was collected from the school gate three times this fortnight by different adults in a grey car. She has a second phone. My view: she seems worried when it rings.',
        noticed: ['older-company', 'phone', 'gifts'],
        besides: {
          setting: ['education', 'transport'],
          'happened-where': 'School gate',
          vehicles: 'Grey hatchback, plate ends KLP',
          'people-known': 'yes',
          people: ['1'],
          'person-1-person-name-absence': 'not-known',
          'person-1-person-nicknames': 'Dex',
          'person-1-person-description': 'Tall, dark jacket, thin beard',
          'person-1-person-age': 'adult',
          'person-1-person-to-child-absence': 'not-known',
          'person-1-person-part': 'may-have-harmed',
          'person-1-person-basis': 'seen',
          'person-1-person-works-absence': 'not-known',
          'told-whom': ['manager', 'police'],
          'ring-back': 'School office until 4pm, ask for the safeguarding lead',
        },
      }),
      takenAfter: 1,
      outcomes: ['strategy-discussion', 'section-47'],
      reasons:
        'Several signs of control by adults outside the family, seen by more than one member of staff. Police and health to be invited today.',
    },
    {
      by: 'Farah Siddiqui',
      hoursAgo: 96,
      typed: typed({
        child: ['Jayden', 'Cole', '2010-09-02', 'M'],
        area: 'Wexcombe South',
        account:
          'Jayden told an outreach worker that older lads "sort him out with trainers" and that he "owes them a run". He has been out past midnight on four nights.',
        noticed: ['missing', 'gifts', 'controlled'],
        besides: {
          'asked-child': 'told',
          'child-words': 'They sort me out with trainers. I owe them a run.',
          'people-known': 'yes',
          people: ['1', '2'],
          'person-1-person-name-given': 'Kai',
          'person-1-person-nicknames-absence': 'not-known',
          'person-1-person-description-absence': 'not-known',
          'person-1-person-age': 'under-eighteen',
          'person-1-person-to-child': 'Friend from the estate',
          'person-1-person-part': 'both',
          'person-1-person-basis': 'child-told',
          'person-1-person-works': 'no',
          'person-2-person-name-absence': 'not-known',
          'person-2-person-nicknames-absence': 'not-known',
          'person-2-person-description': 'In his twenties, drives a white van',
          'person-2-person-age': 'adult',
          'person-2-person-to-child-absence': 'not-known',
          'person-2-person-part': 'may-have-harmed',
          'person-2-person-basis': 'child-told',
          'person-2-person-works-absence': 'not-known',
          crime: 'unsure',
        },
      }),
      takenAfter: 2,
      outcomes: ['section-17', 'early-help'],
      reasons:
        'Needs a full assessment of what is being asked of him and by whom. Youth service stays in touch meanwhile.',
    },
    {
      by: 'Moira Kelly',
      hoursAgo: 30,
      typed: typed({
        child: ['Zofia', 'Nowak-Ellis', '2012-01-30', 'F'],
        school: 'Hillside Academy',
        area: 'Wexcombe North',
        account:
          'Attended with an adult who answered for her and would not leave the room. Zofia said the adult is "a friend who gives lifts".',
        noticed: ['older-company', 'controlled', 'moved'],
      }),
      takenAfter: 3,
    },
    {
      by: 'Owen Price',
      hoursAgo: 5,
      typed: typed({
        child: ['Callum', 'Reid', '2011-11-19', 'M'],
        school: 'Hillside Academy',
        area: 'Wexcombe South',
        account:
          'Attendance has fallen from 96% to 61% since September. He is tired, withdrawn and has stopped seeing his usual friends.',
        noticed: ['school', 'distress'],
      }),
    },
    {
      by: 'Leah Brandt',
      hoursAgo: 0.2,
      typed: typed({
        child: ['Amelia', 'Thorne', '2011-03-14', 'F'],
        school: 'Hillside Academy',
        area: 'Wexcombe North',
        account:
          'Amelia left school at 11:40 with a man staff do not know, in a grey car. She has not answered her phone. Police rung.',
        noticed: ['missing', 'older-company'],
        danger: 'spoken',
      }),
    },
  ]
}

export function typedFrom(told: Telling, area: string): FormValues {
  const [given, family, born, sex] = told.child
  const [year = '', month = '', day = ''] = born.split('-')
  return withUnsaid({
    'danger-now': told.danger ? 'yes' : 'no',
    ...(told.danger === 'spoken' ? { 'spoken-to': 'Police control room, 11:52, log 214' } : {}),
    ...(told.danger === 'nobody' ? { 'spoken-to-nobody': 'yes' } : {}),
    'child-area': area,
    children: ['1'],
    'child-1-child-name-given': given,
    'child-1-child-name-family': family,
    'child-1-child-born-day': day,
    'child-1-child-born-month': month,
    'child-1-child-born-year': year,
    'child-1-child-sex': sex,
    ...(told.school ? { 'child-1-child-school': told.school } : {}),
    account: told.account,
    noticed: told.noticed,
    'family-knows': 'neither',
    ...told.besides,
  })
}
