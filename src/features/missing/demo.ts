import type { Act } from '#core/access/act.ts'
import type { MissingEpisodeId } from '#core/access/generated/tables.ts'
import type { DemoArea } from '#core/manifest/feature.ts'
import { londonClock } from '#vocabulary/dates/london.ts'
import { addEntry, beOnIt, gradeEpisode, lookAgain, wordEpisode } from './episode/service.ts'
import { OpenTyped } from './open/schemas.ts'
import { openEpisode, type From } from './open/service.ts'

const HOUR = 3_600_000

/** Two children of the first town who are missing now, and in the whole area a third. Brief, professional, made up. */
export async function demo(area: DemoArea): Promise<void> {
  await amelia(area)
  await jayden(area)
  if (area.wide) await kai(area)
}

const ago = (area: DemoArea, hours: number): Date => new Date(area.world.now().getTime() - hours * HOUR)

/** Which day and what time it was so many hours ago, as it would be typed. */
function seen(area: DemoArea, hours: number): Record<string, string> {
  const { day, time } = londonClock(ago(area, hours))
  const [year = '', month = '', date = ''] = day.split('-')
  return {
    'seen-on': 'earlier',
    'seen-day': date,
    'seen-month': month,
    'seen-year': year,
    'seen-time': time.slice(0, 5),
  }
}

const by = <T>(
  area: DemoArea,
  who: string,
  of: { hours: number; does: (act: Act) => Promise<T> },
): Promise<T> => area.asUser(area.made.idOf(`user ${who}`), of.does, ago(area, of.hours))

const open =
  (typed: Record<string, string>, from: From = {}) =>
  (act: Act): Promise<MissingEpisodeId> =>
    openEpisode(act, OpenTyped.parse(typed), from)

/** The missing desk of the whole area; in the first town the detective. */
const desk = (area: DemoArea): string => (area.wide ? 'Rachel Denby' : 'Daniel Frost')

async function amelia(area: DemoArea): Promise<void> {
  const person = area.made.has('person Amelia Thorne') ? area.made.idOf('person Amelia Thorne') : null
  const id = await by(area, 'Priya Raman', {
    hours: 0.15,
    does: open(
      {
        called: 'Amelia Thorne',
        'born-day': '14',
        'born-month': '3',
        'born-year': '2011',
        looks: 'White, about 5 ft 4, brown hair tied back. School uniform, black puffer coat, red rucksack.',
        ...seen(area, 1.2),
        where: 'Gate of Hillside Academy',
        'told-by': 'Leah Brandt, safeguarding lead of the school, 01632 960440',
        worry:
          'Fact: she left with a man whom staff do not know, in a grey car, and does not answer her phone.',
        area: area.made.idOf('area Wexcombe North'),
        police: 'told',
        'police-told': 'Control room, 11:52',
        'police-reference': 'Log 214',
        word: 'missing',
      },
      { person },
    ),
  })
  const graded = {
    grade: 'high',
    why: 'Left with an adult who is not known. Concerns of exploitation are open. No contact.',
  }
  await by(area, desk(area), { hours: 0.1, does: act => gradeEpisode(act, id, graded) })
  await by(area, desk(area), { hours: 0.1, does: act => beOnIt(act, id) })
  const done = { kind: 'done', says: 'Car and last four of the plate are out to all patrols.' } as const
  await by(area, desk(area), { hours: 0.05, does: act => addEntry(act, id, done) })
}

async function jayden(area: DemoArea): Promise<void> {
  const id = await by(area, 'Daniel Frost', {
    hours: 20,
    does: open({
      called: 'Jayden Cole',
      'born-day': '12',
      'born-month': '9',
      'born-year': '2010',
      looks: 'Black, tall, short twists. Grey tracksuit, white trainers.',
      ...seen(area, 26),
      'seen-about': 'yes',
      where: 'Foster home, Mill Lane',
      'told-by': 'His foster carer, 01632 960447',
      worry: 'He was not back by ten, and his bed was not slept in. He has been out past midnight before.',
      area: area.made.idOf('area Wexcombe South'),
      police: 'told',
      'police-reference': 'WX 198',
      grade: 'medium',
      'grade-why': 'Out overnight. He has come back by himself three times.',
    }),
  })
  await by(area, 'Tom Ashdown', { hours: 18, does: act => beOnIt(act, id) })
  const word = {
    word: 'away',
    why: 'He wrote to his carer that he is at his cousin’s. Nobody has seen him there yet.',
  }
  await by(area, 'Tom Ashdown', { hours: 17, does: act => wordEpisode(act, id, word) })
  const heard = { kind: 'heard', says: 'His youth worker had a message at 21:30: “back tomorrow”.' } as const
  await by(area, 'Tom Ashdown', { hours: 8, does: act => addEntry(act, id, heard) })
  await by(area, 'Tom Ashdown', { hours: 2, does: act => lookAgain(act, id, 'Rang the cousin: no answer.') })
  await by(area, 'Daniel Frost', {
    hours: 3,
    does: act => lookAgain(act, id, 'Patrol called at the cousin’s address: nobody in.'),
  })
}

async function kai(area: DemoArea): Promise<void> {
  await by(area, 'Callum Hirst', {
    hours: 5,
    does: open({
      called: 'Kai, family name not known',
      age: '16',
      looks: 'Slim, dark hair to the shoulders, green army jacket.',
      ...seen(area, 9),
      where: 'Marlbury railway station, platform 2',
      'told-by': 'Station staff, desk on 01632 960455',
      worry:
        'Said to staff that they could not go home, and got on no train. Nobody has reported them missing.',
      area: area.made.idOf('area Marlbury'),
      police: 'told',
      'police-reference': 'WX 207',
      grade: 'low',
      'grade-why': 'Not known to us under this name. To be looked at again when it is known who they are.',
    }),
  })
}
