import type { ConcernFact, DecisionFact, PersonFact } from './facts.ts'
import type { MadeUpChild } from './made-up-child.ts'

export interface ChildOnForm {
  readonly made: MadeUpChild
  /** The council's record of them: from before, or null when one is made as they are joined. */
  readonly record: PersonFact | null
  readonly recordAt: (at: Date) => PersonFact
}

const MINUTE = 60_000

/** What became of one concern: some wait untaken, some taken, some half decided, some for a supervisor. */
export function decisionsOn(
  children: readonly ChildOnForm[],
  concern: { n: number; sentAt: Date; waits: boolean; old: boolean; signs: boolean },
): Pick<ConcernFact, 'takenAt' | 'decisions'> {
  const { n, waits } = concern
  const after = (minutes: number): Date => new Date(concern.sentAt.getTime() + minutes * MINUTE)
  const taken = !waits || (concern.old && n % 3 === 0)
  if (!taken) return { takenAt: null, decisions: [] }
  const takenAt = after(20)
  if (!waits) {
    const { signs } = concern
    return { takenAt, decisions: children.flatMap((child, k) => decided({ child, k, after }, { n, signs })) }
  }
  // Of those that wait: the first of several children decided; or an ending that waits for a supervisor.
  const [first] = children
  const half = children.length > 1 && concern.old
  const ending = n % 7 === 0 && concern.old
  if (!first || !(half || ending)) return { takenAt, decisions: [] }
  const made = decision({ child: first, k: 0, after })
  return { takenAt, decisions: [{ ...made, ...(ending ? ENDED : HELPED) }] }
}

const ENDED = { outcomes: ['no-further-action'], reasons: 'Known, and safe with both parents.', answer: null }
const HELPED = { outcomes: ['early-help'], reasons: 'Help is offered and accepted.', answer: null }
const ASSESSED = { outcomes: ['section-17', 'services'], reasons: 'Needs an assessment.', answer: null }

interface Deciding {
  readonly child: ChildOnForm
  readonly k: number
  readonly after: (minutes: number) => Date
}

/** One child in five is ended: with signs present it is agreed to, or first sent back and decided otherwise. */
function decided(on: Deciding, { n, signs }: { n: number; signs: boolean }): DecisionFact[] {
  const { k, after } = on
  const made = decision(on)
  if ((n + k) % 5 !== 4) return [{ ...made, ...((n + k) % 5 === 3 ? ASSESSED : HELPED) }]
  if (!signs) return [{ ...made, ...ENDED }]
  const answeredAt = after(160 + k * 10)
  if (n % 2) return [{ ...made, ...ENDED, answer: { at: answeredAt, agree: true, note: null } }]
  return [
    { ...made, ...ENDED, answer: { at: answeredAt, agree: false, note: 'What do the parents say?' } },
    { ...made, ...HELPED, at: after(200 + k * 10), joins: null },
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
