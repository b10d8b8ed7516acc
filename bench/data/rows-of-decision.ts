import type { ConcernChildId, PersonRecordId } from '#core/access/generated/tables.ts'
import { decisionDue } from '#features/concerns/due.ts'
import { DECIDER, SUPERVISOR, type DecisionFact } from './facts.ts'
import { meetClock, putReply, startClock, type ConcernUnderWay } from './rows-under-way.ts'
import { putPerson } from './rows-of-person.ts'
import type { Setting, Staff } from './setting.ts'
import { changed, entry, type Put, type Row } from './tables.ts'

/** What deciding on the children of one concern leaves behind, child by child. */
export function putDecisions(
  put: Put,
  setting: Setting,
  from: {
    under: ConcernUnderWay
    decisions: readonly DecisionFact[]
    recordOf: (person: number) => PersonRecordId | undefined
  },
): void {
  const { under } = from
  const by = setting.staff(DECIDER)
  /** By child; written once their last word is known. */
  const decided = new Map<ConcernChildId, Row<'concernDecision'>>()
  for (const fact of from.decisions) {
    const child = under.children[fact.position - 1]
    if (child === undefined) throw new Error('a decision on a child who is not on the concern')
    if (fact.joins) putLink(put, setting, { under, child, joins: fact.joins, recordOf: from.recordOf })
    const waits =
      fact.outcomes.every(outcome => setting.endings.has(outcome)) && (under.danger || under.signs)
    const says = {
      outcomes: [...fact.outcomes],
      reasons: fact.reasons,
      state: waits ? ('awaiting-agreement' as const) : ('made' as const),
      decidedBy: by.id,
      decidedByName: by.name,
      decidedAt: fact.at,
      agreedBy: null,
      agreedByName: null,
      agreedAt: null,
      agreementNote: null,
    }
    const before = decided.get(child)
    decided.set(
      child,
      before
        ? changed(put, before, { table: 'concernDecision', to: says, at: fact.at, by })
        : {
            id: setting.world.uuid(),
            ownerAgency: by.agency,
            category: 'concern',
            subject: under.id,
            since: fact.at,
            concernChildId: child,
            ...says,
          },
    )
    entry(put, by, {
      deed: 'concern.decided',
      at: fact.at,
      on: onConcern(under),
      detail: { child, outcomes: fact.outcomes, waits },
    })
    if (waits)
      startClock(setting, under, {
        kind: 'concern.agree',
        at: fact.at,
        dueAt: decisionDue(fact.at, { dangerNow: under.danger, nation: setting.area.nation }),
      })
    closeWhenDecided(put, setting, { under, decided, at: fact.at, by })
    if (fact.answer) putAnswer(put, setting, { under, decided, child, answer: fact.answer })
  }
  for (const decision of decided.values()) put('concernDecision', decision)
}

const onConcern = (under: ConcernUnderWay) => ({ id: under.id, kind: 'concern', owner: under.by.agency })

function putLink(
  put: Put,
  setting: Setting,
  link: {
    under: ConcernUnderWay
    child: ConcernChildId
    joins: NonNullable<DecisionFact['joins']>
    recordOf: (person: number) => PersonRecordId | undefined
  },
): void {
  const { person, made, at } = link.joins
  const by = setting.staff(DECIDER)
  const record = made ? putPerson(put, setting, { ...person, by: by.name }) : link.recordOf(person.number)
  if (!record) throw new Error('a child joined to a record that is not there')
  put('concernPerson', {
    id: setting.world.uuid(),
    ownerAgency: by.agency,
    category: 'identity',
    subject: record,
    since: at,
    concernId: link.under.id,
    concernChildId: link.child,
    linkedBy: by.id,
    linkedAt: at,
  })
  entry(put, by, {
    deed: 'concern.child-linked',
    at,
    on: onConcern(link.under),
    detail: { person: record, child: link.child },
  })
}

type Decided = Map<ConcernChildId, Row<'concernDecision'>>

function putAnswer(
  put: Put,
  setting: Setting,
  on: {
    under: ConcernUnderWay
    decided: Decided
    child: ConcernChildId
    answer: NonNullable<DecisionFact['answer']>
  },
): void {
  const { under, decided, answer } = on
  const by = setting.staff(SUPERVISOR)
  const waiting = decided.get(on.child)
  if (waiting?.state !== 'awaiting-agreement') throw new Error('an answer to what nobody asked')
  decided.set(
    on.child,
    changed(put, waiting, {
      table: 'concernDecision',
      to: {
        state: answer.agree ? 'made' : 'sent-back',
        agreedBy: by.id,
        agreedByName: by.name,
        agreedAt: answer.at,
        agreementNote: answer.note,
      },
      at: answer.at,
      by,
    }),
  )
  entry(put, by, {
    deed: answer.agree ? 'concern.ending-agreed' : 'concern.ending-sent-back',
    at: answer.at,
    on: onConcern(under),
    detail: { child: on.child },
  })
  if (![...decided.values()].some(one => one.state === 'awaiting-agreement'))
    meetClock(put, under, { kind: 'concern.agree', at: answer.at, by })
  closeWhenDecided(put, setting, { under, decided, at: answer.at, by })
}

/** Every child decided: the clock is met, and the sender hears the outcome words. */
function closeWhenDecided(
  put: Put,
  setting: Setting,
  when: { under: ConcernUnderWay; decided: Decided; at: Date; by: Staff },
): void {
  const { under, at, by } = when
  const made = [...when.decided.values()].filter(decision => decision.state === 'made')
  if (made.length < under.children.length) return
  meetClock(put, under, { kind: 'concern.decide', at, by })
  meetClock(put, under, { kind: 'concern.open', at, by })
  putReply(put, setting, {
    under,
    by,
    step: 'decided',
    outcomes: [...new Set(made.flatMap(decision => decision.outcomes))],
    at,
  })
}
