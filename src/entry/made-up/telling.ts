import type { Staff } from '#core/access/bulk.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { Chance } from './chance.ts'
import { toldOf, type Child, type MadeUpChild } from './child.ts'
import { filled, type Typed } from './fill.ts'
import { NICKNAMES } from './names.ts'
import { APPS, CARS, MEETING_PLACES, STREETS } from './places.ts'
import { NOTHING_SEEN, THEMES, type Theme } from './sentences.ts'
import type { Setting } from './setting.sql.ts'

const SEED = 7
const DAY = 86_400_000

export interface Told {
  readonly number: number
  readonly by: Staff
  readonly sentAt: Date
  readonly children: readonly Child[]
  readonly face: 'referrer' | 'practitioner'
  readonly danger: 'spoken' | 'nobody' | null
  readonly signs: boolean
  readonly crime: 'recorded' | 'not-recorded' | 'unsure' | null
}

/** A concern as it is typed into the form, whole. */
export function typedFrom(setting: Setting, told: Told): Typed {
  const chance = new Chance(SEED, 3, told.number)
  const theme = chance.pick(THEMES.filter(one => one.seenBy === undefined || one.seenBy === told.by.role))
  const typed: Typed = {
    face: told.face,
    'danger-now': told.danger ? 'yes' : 'no',
    'child-area': told.children[0]?.area.id ?? '',
    children: told.children.map((_, index) => String(index + 1)),
    account: accountOf(chance, theme, told),
    'you-know-child': chance.pick(['works', 'works', 'met', 'told']),
    'family-knows': chance.pick(['both', 'child', 'family', 'neither', 'neither', 'unsafe']),
    'told-whom': chance.some(['police', 'childrens-services', 'school', 'manager'], chance.whole(1, 3)),
    'people-known': 'no',
    crime: told.crime ?? 'no',
  }
  if (told.danger === 'spoken') typed['spoken-to'] = `Police control room, log ${chance.whole(100, 900)}`
  if (told.danger === 'nobody') typed['spoken-to-nobody'] = 'yes'
  if (told.crime === 'recorded') {
    typed['crime-reference'] = `WX/${chance.whole(1000, 99_000)}/${londonDay(told.sentAt).slice(2, 4)}`
    typed['crime-recorded-by'] = 'Wexshire Police'
  }
  if (told.crime === 'not-recorded') typed['crime-not-recorded'] = 'The police have asked for more first'
  if (told.signs) {
    if (told.face === 'referrer') typed['noticed'] = [...theme.noticed]
    typed['setting'] = [...theme.setting]
  }
  if (chance.hit(0.7))
    dayTyped(typed, 'happened-when', new Date(told.sentAt.getTime() - chance.whole(0, 6) * DAY))
  if (chance.hit(0.6)) typed['happened-where'] = chance.pick(MEETING_PLACES)
  if (chance.hit(0.4)) {
    typed['asked-child'] = 'told'
    typed['child-words'] = chance.pick(theme.said)
  }
  if (chance.hit(0.5)) typed['ring-back'] = 'Office hours, ask for the safeguarding lead'
  if (chance.hit(0.05)) {
    typed['keep-name'] = 'yes'
    typed['keep-name-why'] = 'Lives on the same street'
  }
  if (told.signs) things(typed, chance, { theme, told })
  if (told.face === 'practitioner') family(typed, chance, { theme, told })
  for (const [index, child] of told.children.entries())
    childTyped(typed, `child-${index + 1}-child`, { told: toldOf(child, told.number), child, chance })
  return filled(setting.templateFor(told.by, typed), typed, chance)
}

function accountOf(chance: Chance, theme: Theme, told: Told): string {
  const [first] = told.children
  const say = (text: string): string =>
    text
      .replaceAll('{child}', first?.given ?? '')
      .replaceAll('{place}', chance.pick(MEETING_PLACES))
      .replaceAll('{street}', chance.pick(STREETS))
      .replaceAll('{app}', chance.pick(APPS))
      .replaceAll('{car}', chance.pick(CARS).toLowerCase())
  if (!told.signs) return say(chance.pick(NOTHING_SEEN))
  const facts = chance.some(theme.facts, chance.whole(2, 3)).map(say)
  return `Fact: ${facts.join(' ')} My view: ${say(chance.pick(theme.views))}`
}

/** Of what is named, some is named again and again: a third comes from the same few. */
function things(typed: Typed, chance: Chance, { theme, told }: { theme: Theme; told: Told }): void {
  const same = new Chance(SEED, 4, chance.hit(0.35) ? chance.whole(1, 12) : 1_000 + told.number)
  const named = new Set(theme.names.filter(() => chance.hit(0.6)))
  if (named.has('vehicle')) typed['vehicles'] = `${same.pick(CARS)}, plate ${plate(same)}`
  if (named.has('phone')) typed['phones'] = `07700 900${same.whole(100, 999)}`
  if (named.has('online'))
    typed['online-names'] =
      `${same.pick(NICKNAMES).toLowerCase()}.${same.whole(10, 99)} on ${same.pick(APPS.slice(0, 4))}`
  if (!named.has('person')) return
  typed['people-known'] = 'yes'
  typed['people'] = ['1']
  const at = 'person-1-person'
  // By a nickname alone, or as somebody looks: a whole name might be anybody’s.
  if (same.hit(0.6)) typed[`${at}-nicknames`] = same.pick(NICKNAMES)
  typed[`${at}-description`] = same.pick([
    'Tall, dark jacket',
    'In his twenties, short hair',
    'About forty, glasses, drives',
    'Young woman with a pram',
    'School age, grey tracksuit',
  ])
  const young = same.hit(0.3)
  typed[`${at}-age`] = young ? 'under-eighteen' : 'adult'
  typed[`${at}-to-child`] = young ? 'Friend of the same age' : 'Not family'
  typed[`${at}-part`] = young ? same.pick(['both', 'was-there']) : 'may-have-harmed'
  typed[`${at}-basis`] = chance.pick(['seen', 'child-told', 'other-told', 'rumour'])
  typed[`${at}-works`] = 'no'
}

const LETTERS = 'ABCDEFGHJKLMNOPRSTUVWXY'
const plate = (chance: Chance): string =>
  `Q${chance.pick([...LETTERS])}${chance.whole(14, 25)} ${[1, 2, 3].map(() => chance.pick([...LETTERS])).join('')}`

/** What somebody knows who works with the child: who is at home, and the signs line by line. */
function family(typed: Typed, chance: Chance, { theme, told }: { theme: Theme; told: Told }): void {
  const [first] = told.children
  const known = chance.hit(0.7)
  typed['adults-known'] = known ? 'yes' : 'no'
  if (known && first) {
    typed['adults'] = ['1']
    typed['adult-1-adult-name-given'] = first.mother
    typed['adult-1-adult-name-family'] = first.family
    typed['adult-1-adult-relationship'] = 'mother'
    typed['adult-1-adult-responsibility'] = 'yes'
    typed['adult-1-adult-safe-to-tell'] = chance.pick(['partner', 'partner', 'not-yet-known', 'not-told'])
  }
  typed['happened-often'] = chance.pick(['once', 'several', 'weekly'])
  for (const [index, child] of told.children.entries()) {
    const at = `child-${index + 1}-`
    typed[`${at}child-language`] = child.language
    typed[`${at}child-interpreter`] = 'no'
    typed[`${at}child-lives-with`] = chance.pick([
      'parents',
      'one-parent',
      'one-parent',
      'family',
      'foster',
      'residential',
    ])
    typed[`${at}child-legal-status`] = chance.hit(0.1) ? 'section-20' : 'none'
    typed[`${at}child-plan`] = chance.pick(['none', 'none', 'early-help', 'in-need', 'protection'])
    typed[`${at}child-disability`] = chance.hit(0.85) ? ['NONE'] : [chance.pick(['LD', 'AUT', 'BEH', 'COMM'])]
    if (told.signs)
      for (const sign of theme.signs)
        typed[`${at}${sign.replace('/', '-')}`] = chance.hit(0.7) ? 'now' : 'before'
    typed[`${at}protecting-${chance.pick(['adult', 'school', 'friends'])}`] = 'now'
  }
}

function childTyped(
  typed: Typed,
  at: string,
  { told, child, chance }: { told: MadeUpChild; child: Child; chance: Chance },
): void {
  typed[`${at}-name-given`] = told.given
  if (told.family !== null) typed[`${at}-name-family`] = told.family
  const [year = '', month = '', day = ''] = told.born.split('-')
  typed[`${at}-born-day`] = day
  typed[`${at}-born-month`] = month
  typed[`${at}-born-year`] = year
  if (told.sex === null) typed[`${at}-sex-absence`] = 'not-known'
  else typed[`${at}-sex`] = told.sex
  if (told.school !== null) typed[`${at}-school`] = told.school
  if (chance.hit(0.8)) typed[`${at}-ethnicity`] = child.ethnicity
  if (chance.hit(0.7)) typed[`${at}-address`] = child.address
}

function dayTyped(typed: Typed, name: string, at: Date): void {
  const [year = '', month = '', day = ''] = londonDay(at).split('-')
  Object.assign(typed, { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day })
}
