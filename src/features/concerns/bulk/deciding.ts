import { changed, type Put, type Row, type Staff } from '#core/access/bulk.ts'
import type { ConcernChildId, PersonRecordId } from '#core/access/generated/tables.ts'
import { entry } from '#core/audit/bulk.ts'
import { met, started } from '#core/clocks/bulk.ts'
import { putPerson } from '#features/people/public.ts'
import { decisionDue } from '../due.ts'
import type { ConcernSetting, DecisionFact } from './facts.ts'
import { onConcern, putReply, type ConcernUnderWay } from './under-way.ts'

/** What deciding on the children of one concern leaves behind, child by child. */
export function putDecisions(
  put: Put,
  setting: ConcernSetting,
  from: {
    under: ConcernUnderWay
    decisions: readonly DecisionFact[]
    /** By number; one that is made here is put among them. */
    records: Map<number, PersonRecordId>
  },
): void {
  const { under } = from
  if (from.decisions.length === 0) return
  const by = holderOf(setting, under)
  /** By child; written once their last word is known. */
  const decided = new Map<ConcernChildId, Row<'concernDecision'>>()
  for (const fact of from.decisions) {
    const child = under.children[fact.position - 1]
    if (child === undefined) throw new Error('a decision on a child who is not on the concern')
    if (fact.joins) putLink(put, setting, { under, child, joins: fact.joins, records: from.records })
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
            id: setting.idAt(fact.at),
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
      started(setting, under.clocks, {
        kind: 'concern.agree',
        subject: under.id,
        agency: by.agency,
        team: under.area.team,
        urgent: under.danger,
        at: fact.at,
        dueAt: decisionDue(fact.at, { dangerNow: under.danger, nation: under.area.nation }),
      })
    closeWhenDecided(put, setting, { under, decided, at: fact.at, by })
    if (fact.answer) putAnswer(put, setting, { under, decided, child, answer: fact.answer })
  }
  for (const decision of decided.values()) put('concernDecision', decision)
}

/** Who decides: whoever has it in hand. */
function holderOf(setting: ConcernSetting, under: ConcernUnderWay): Staff {
  if (!under.pickUp) throw new Error('decided by nobody')
  return setting.staff(under.pickUp.takenByName)
}

function putLink(
  put: Put,
  setting: ConcernSetting,
  link: {
    under: ConcernUnderWay
    child: ConcernChildId
    joins: NonNullable<DecisionFact['joins']>
    /** By number; one that is made here is put among them. */
    records: Map<number, PersonRecordId>
  },
): void {
  const { person, made, at } = link.joins
  const by = holderOf(setting, link.under)
  const record = made ? putPerson(put, setting, { ...person, by: by.name }) : link.records.get(person.number)
  if (!record) throw new Error('a child joined to a record that is not there')
  link.records.set(person.number, record)
  put('concernPerson', {
    id: setting.idAt(at),
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
  setting: ConcernSetting,
  on: {
    under: ConcernUnderWay
    decided: Decided
    child: ConcernChildId
    answer: NonNullable<DecisionFact['answer']>
  },
): void {
  const { under, decided, answer } = on
  const by = setting.staff(answer.by)
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
    met(put, under.clocks, { kind: 'concern.agree', at: answer.at, by })
  closeWhenDecided(put, setting, { under, decided, at: answer.at, by })
}

/** Every child decided: the clock is met, and the sender hears the outcome words. */
function closeWhenDecided(
  put: Put,
  setting: ConcernSetting,
  when: { under: ConcernUnderWay; decided: Decided; at: Date; by: Staff },
): void {
  const { under, at, by } = when
  const made = [...when.decided.values()].filter(decision => decision.state === 'made')
  if (made.length < under.children.length) return
  met(put, under.clocks, { kind: 'concern.decide', at, by })
  met(put, under.clocks, { kind: 'concern.open', at, by })
  putReply(put, setting, {
    under,
    by,
    step: 'decided',
    outcomes: [...new Set(made.flatMap(decision => decision.outcomes))],
    at,
  })
}
