import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { actAs, type Door } from '#core/audit/acting.ts'
import type { Act } from '#core/access/act.ts'
import { raiseLate } from '#core/clocks/raise-late.ts'
import { features } from '#entry/feature-list.ts'
import { linkRecord } from '#features/concerns/decide/link.ts'
import { childrenOn } from '#features/concerns/decide/queries.ts'
import { answerEnding, decideOnChild, takeConcern } from '#features/concerns/decide/service.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { recordNote } from '#features/notes/public.ts'
import { createPersonRecord } from '#features/people/public.ts'
import { setSafeContact } from '#features/people/safe-contact/service.ts'
import { contactOf, DECIDER, SUPERVISOR, type ConcernFact, type Facts, type PersonFact } from './facts.ts'
import type { Setting } from './setting.ts'

/** Makes the facts happen, each by its real deed, as its real person, at its own moment. */
export async function makeHappen(
  facts: Facts,
  setting: Setting,
  how: { app: Door['db']; job: Door['db'] },
): Promise<void> {
  const as = <T>(name: string, at: Date, work: (act: Act) => Promise<T>): Promise<T> =>
    actAs({ db: how.app, world: { ...setting.world, now: () => at } }, setting.staff(name).id, work)
  const records = new Map<number, PersonRecordId>()
  for (const person of facts.people) {
    const { by } = person
    if (by === null) continue
    const record = await as(by, person.at, act => createPersonRecord(act, person.known))
    records.set(person.number, record)
    await followUp(as, person, record)
  }
  for (const concern of facts.concerns) await concernHappens(as, concern, records)
  const worker = { db: how.job, world: { ...setting.world, now: () => facts.now } }
  while (
    (await raiseLate(
      worker,
      features.flatMap(feature => feature.work ?? []),
    )) > 0
  );
}

type As = <T>(name: string, at: Date, work: (act: Act) => Promise<T>) => Promise<T>

async function followUp(as: As, person: PersonFact, record: PersonRecordId): Promise<void> {
  const { contact } = person
  if (contact)
    await as(contact.by, contact.at, act =>
      setSafeContact(act, record, {
        said: {
          way: contact.way,
          wayAbsence: null,
          wordsToUse: null,
          doNot: contact.doNot,
          notToBeTold: null,
          interpreter: null,
        },
        over: null,
      }),
    )
  for (const note of person.notes)
    await as(note.by, note.at, act =>
      recordNote(act, record, {
        kind: note.kind,
        when: note.when,
        words: note.words,
        contact: contactOf(note.kind) ?? '',
      }),
    )
}

async function concernHappens(
  as: As,
  concern: ConcernFact,
  records: Map<number, PersonRecordId>,
): Promise<void> {
  const { concernId } = await as(concern.by, concern.sentAt, act => sendConcern(act, concern.typed))
  if (concern.takenAt) await as(DECIDER, concern.takenAt, act => takeConcern(act, concernId))
  for (const { position, joins, answer, at, outcomes, reasons } of concern.decisions) {
    const children = await as(DECIDER, at, act => childrenOn(act.tx, concernId))
    const concernChildId = children.find(child => child.position === position)?.id
    if (!concernChildId) throw new Error('a decision on a child who is not on the concern')
    if (joins) {
      const record = joins.made ? 'new' : records.get(joins.person.number)
      if (!record) throw new Error('a child joined to a record that is not there')
      await as(DECIDER, joins.at, act => linkRecord(act, { concernId, concernChildId, record }))
    }
    await as(DECIDER, at, act => decideOnChild(act, { concernId, concernChildId, outcomes, reasons }))
    if (answer)
      await as(SUPERVISOR, answer.at, act =>
        answerEnding(act, { concernId, concernChildId, agree: answer.agree, note: answer.note }),
      )
  }
}
