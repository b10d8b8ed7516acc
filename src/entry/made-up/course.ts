import type { Staff } from '#core/access/bulk.ts'
import type { ConcernFact, DecisionFact } from '#features/concerns/public.ts'
import type { PersonFact } from '#features/people/public.ts'
import type { Chance } from './chance.ts'
import type { Child } from './child.ts'
import { HANDED_WHY, NOT_RECORDED, OVERSIGHT, QUESTIONS_BACK, REASONS } from './sentences.ts'

const MINUTE = 60_000
/** Whether a crime is recorded is still to be asked of recent concerns alone, as where someone works through the gaps. */
const MOST_DAYS_UNSAID = 60

export interface ChildOnForm {
  readonly child: Child
  /** The council's record of them: from before, or null when one is made as they are joined. */
  readonly record: PersonFact | null
  readonly recordAt: (at: Date) => PersonFact
}

export interface OnItsWay {
  readonly n: number
  readonly sentAt: Date
  readonly now: Date
  /** It is still to be decided; of those that wait the how manyth it is. */
  readonly waits: number | null
  readonly danger: boolean
  readonly signs: boolean
  /** An offence is alleged and no reference given. */
  readonly crime: boolean
  readonly chance: Chance
  readonly children: readonly ChildOnForm[]
}

type Course = Pick<ConcernFact, 'taken' | 'handed' | 'oversight' | 'crime' | 'decisions'>

const NOTHING: Course = { taken: null, handed: null, oversight: [], crime: null, decisions: [] }

/**
 * What became of one concern. Of those that wait some are untaken, some in hand, some half decided, some with a supervisor;
 * what has been decided was decided in each way that there is, some of it late.
 */
export function courseOf(way: OnItsWay): Course {
  const { n, chance, sentAt } = way
  const area = way.children[0]?.child.area
  const taker = area?.deciders[n % area.deciders.length]
  const supervisor = area?.supervisors[n % (area.supervisors.length || 1)]
  if (!area || !taker || !supervisor) throw new Error('an area without anyone to decide')
  const decided = way.waits === null
  // In an hour or two of a day; where it still waits, in the minutes that there have been.
  const pace = decided ? (way.danger ? 1 : chance.pick([2, 4, 8, 12])) : 1
  const after = (minutes: number): Date => new Date(sentAt.getTime() + minutes * pace * MINUTE)
  const stage = way.waits === null || after(400) > way.now ? 0 : way.waits % 6
  if (!decided && stage === 0) return NOTHING
  const taken = { by: taker.name, at: after(20) }
  const colleague = area.deciders.find(one => one !== taker)
  const handed =
    colleague && (stage === 2 || (decided && n % 12 === 5))
      ? {
          by: n % 2 ? taker.name : supervisor.name,
          to: colleague.name,
          at: after(40),
          why: chance.pick(HANDED_WHY),
        }
      : null
  const has = handed ? handed.to : taker.name
  const [says, nextStep] = chance.pick(OVERSIGHT)
  const oversight =
    stage === 3 || (decided && n % 9 === 4) ? [{ by: supervisor.name, at: after(50), says, nextStep }] : []
  const crime =
    way.crime &&
    decided &&
    (n % 3 !== 0 || after(0).getTime() < way.now.getTime() - MOST_DAYS_UNSAID * 1_440 * MINUTE)
      ? {
          by: has,
          at: after(380),
          ...(chance.hit(0.7)
            ? { recorded: { reference: `WX/${chance.whole(1000, 99_000)}/${sentAt.getFullYear() % 100}` } }
            : { recorded: { whyNot: chance.pick(NOT_RECORDED) } }),
          byWhom: 'Wexshire Police, crime registrar',
        }
      : null
  const decisions = decided
    ? way.children.flatMap((child, k) => decidedOn({ child, k, after }, way, supervisor))
    : underWay({ way, after, stage })
  return { taken, handed, oversight, crime, decisions }
}

/** Of those that wait: the first of several children decided; or an ending that waits for a supervisor. */
function underWay(on: { way: OnItsWay; after: (minutes: number) => Date; stage: number }): DecisionFact[] {
  const [first] = on.way.children
  const half = on.way.children.length > 1
  const ending = on.stage === 4 && (on.way.signs || on.way.danger)
  if (!first || !(half || ending)) return []
  return [
    {
      ...decision({ child: first, k: 0, after: on.after }),
      ...said(ending ? ENDS : HELPS, on.way),
      answer: null,
    },
  ]
}

const ENDS = ['no-further-action']
const HELPS = ['early-help']
const WAYS: readonly (readonly string[])[] = [
  ['strategy-discussion', 'section-47'],
  ['section-17', 'services'],
  HELPS,
  ['section-17'],
  ['strategy-discussion'],
  ['early-help', 'services'],
  ['already-open'],
]
const ENDINGS: readonly (readonly string[])[] = [ENDS, ['information-only'], ['advice-given']]

const said = (outcomes: readonly string[], { chance }: OnItsWay) => ({
  outcomes,
  reasons: chance.pick(
    REASONS[outcomes.at(-1) ?? ''] ??
      (ENDINGS.some(one => one[0] === outcomes[0]) ? REASONS['end'] : REASONS['other']) ??
      [],
  ),
})

interface Deciding {
  readonly child: ChildOnForm
  readonly k: number
  readonly after: (minutes: number) => Date
}

/** One child in five is ended: with signs present it is agreed to, or first sent back and decided otherwise. */
function decidedOn(on: Deciding, way: OnItsWay, supervisor: Staff): DecisionFact[] {
  const { k, after } = on
  const turn = way.n + k
  const made = decision(on)
  if (turn % 5 !== 4) {
    const outcomes = way.danger ? ['immediate-protection', 'section-47'] : WAYS[turn % WAYS.length]
    return [{ ...made, ...said(outcomes ?? HELPS, way), answer: null }]
  }
  const ending = said(ENDINGS[turn % ENDINGS.length] ?? ENDS, way)
  if (!way.signs && !way.danger) return [{ ...made, ...ending, answer: null }]
  const answer = { by: supervisor.name, at: after(160 + k * 40) }
  if (way.n % 2) return [{ ...made, ...ending, answer: { ...answer, agree: true, note: null } }]
  return [
    { ...made, ...ending, answer: { ...answer, agree: false, note: way.chance.pick(QUESTIONS_BACK) } },
    { ...made, ...said(HELPS, way), answer: null, at: after(180 + k * 40), joins: null },
  ]
}

function decision({ child, k, after }: Deciding): Pick<DecisionFact, 'position' | 'at' | 'joins'> {
  const joinedAt = after(60 + k * 30)
  return {
    position: k + 1,
    at: after(61 + k * 30),
    joins: {
      person: child.record ?? child.recordAt(joinedAt),
      made: child.record === null,
      at: joinedAt,
    },
  }
}
