import { contactOf } from '#features/notes/bulk.ts'
import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { actAs, type Door } from '#core/audit/acting.ts'
import { raiseLate } from '#core/clocks/raise-late.ts'
import { features } from '#entry/feature-list.ts'
import type { Step } from '#entry/made-up/make-facts.ts'
import type { PersonHere } from '#entry/made-up/people.ts'
import type { Setting } from '#entry/made-up/setting.sql.ts'
import { recordCrime } from '#features/concerns/crime/service.ts'
import { linkRecord } from '#features/concerns/decide/link.ts'
import { childrenOn } from '#features/concerns/decide/queries.ts'
import { answerEnding, decideOnChild, takeConcern } from '#features/concerns/decide/service.ts'
import { handOver } from '#features/concerns/hand-over/service.ts'
import { writeOversight } from '#features/concerns/oversight/service.ts'
import type { ConcernFact } from '#features/concerns/public.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { recordNote } from '#features/notes/public.ts'
import { CorrectionTyped, correctPerson, createPersonRecord, personToKnow } from '#features/people/public.ts'
import { bornTyped } from '#features/people/record/born.ts'
import { setSafeContact } from '#features/people/safe-contact/service.ts'
import type { World } from '#platform/world/world.ts'

/** Makes the facts happen, each by its real deed, as its real person, at its own moment. */
export async function makeHappen(
  steps: Iterable<Step>,
  on: { setting: Setting; now: Date; world: World },
  how: { app: Door['db']; job: Door['db'] },
): Promise<void> {
  const as = <T>(name: string, at: Date, work: (act: Act) => Promise<T>): Promise<T> =>
    actAs({ db: how.app, world: { ...on.world, now: () => at } }, on.setting.staff(name).id, work)
  const records = new Map<number, PersonRecordId>()
  for (const step of steps) {
    for (const person of step.people) {
      if (person.by === null) throw new Error('a record that nobody made')
      const record = await as(person.by, person.at, act => createPersonRecord(act, person.known))
      records.set(person.number, record)
      await followUp(as, person, record)
    }
    if (step.concern) await concernHappens(as, { concern: step.concern, on }, records)
  }
  const worker = { db: how.job, world: { ...on.world, now: () => on.now } }
  while (
    (await raiseLate(
      worker,
      features.flatMap(feature => feature.work ?? []),
    )) > 0
  );
}

type As = <T>(name: string, at: Date, work: (act: Act) => Promise<T>) => Promise<T>

async function followUp(as: As, person: PersonHere, record: PersonRecordId): Promise<void> {
  const { contact, correction } = person
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
  if (correction) {
    const { to, reason } = correction
    await as(correction.by, correction.at, async act =>
      correctPerson(
        act,
        record,
        CorrectionTyped.parse({
          given: to.givenNames ?? '',
          'given-absence': to.givenNamesAbsence ?? '',
          family: to.familyName ?? '',
          'family-absence': to.familyNameAbsence ?? '',
          'known-as': to.knownAs ?? '',
          ...bornTyped(to),
          'born-absence': to.bornAbsence ?? '',
          sex: to.sex ?? '',
          'sex-absence': to.sexAbsence ?? '',
          reason,
          version: (await personToKnow(act, record)).version,
        }),
      ),
    )
  }
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
  { concern, on }: { concern: ConcernFact; on: { setting: Setting } },
  records: Map<number, PersonRecordId>,
): Promise<void> {
  const { taken, handed, crime } = concern
  const { concernId } = await as(concern.by, concern.sentAt, act => sendConcern(act, concern.typed))
  if (taken) await as(taken.by, taken.at, act => takeConcern(act, concernId))
  if (handed)
    await as(handed.by, handed.at, act =>
      handOver(act, { concernId, to: on.setting.staff(handed.to).id, why: handed.why }),
    )
  for (const { by, at, says, nextStep } of concern.oversight)
    await as(by, at, act => writeOversight(act, { concernId, says, nextStep }))
  const decider = handed?.to ?? taken?.by ?? ''
  for (const { position, joins, answer, at, outcomes, reasons } of concern.decisions) {
    const children = await as(decider, at, act => childrenOn(act.tx, concernId))
    const concernChildId = children.find(child => child.position === position)?.id
    if (!concernChildId) throw new Error('a decision on a child who is not on the concern')
    if (joins) {
      const record = joins.made ? 'new' : records.get(joins.person.number)
      if (!record) throw new Error('a child joined to a record that is not there')
      const joined = await as(decider, joins.at, act =>
        linkRecord(act, { concernId, concernChildId, record }),
      )
      records.set(joins.person.number, joined)
    }
    await as(decider, at, act => decideOnChild(act, { concernId, concernChildId, outcomes, reasons }))
    if (answer)
      await as(answer.by, answer.at, act =>
        answerEnding(act, { concernId, concernChildId, agree: answer.agree, note: answer.note }),
      )
  }
  if (crime)
    await as(crime.by, crime.at, act =>
      recordCrime(act, { concernId, recorded: crime.recorded, byWhom: crime.byWhom }),
    )
}
