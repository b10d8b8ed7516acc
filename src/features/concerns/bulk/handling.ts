import { changed, type Put } from '#core/access/bulk.ts'
import type {
  ConcernCrimeId,
  ConcernHandOverId,
  ConcernOversightNoteId,
} from '#core/access/generated/tables.ts'
import { entry } from '#core/audit/bulk.ts'
import { handed, met, taken } from '#core/clocks/bulk.ts'
import { told } from '#core/notices/bulk.ts'
import { CRIME } from '../clock-kinds.ts'
import type { ConcernFact, ConcernSetting, CrimeFact, OversightFact } from './facts.ts'
import { onConcern, putReply, type ConcernUnderWay } from './under-way.ts'

/** What taking a concern leaves behind. */
export function putTaking(
  put: Put,
  setting: ConcernSetting,
  { under, by: name, at }: { under: ConcernUnderWay } & NonNullable<ConcernFact['taken']>,
): void {
  const by = setting.staff(name)
  under.pickUp = {
    id: setting.idAt(at),
    ownerAgency: by.agency,
    category: 'concern',
    subject: under.id,
    since: at,
    takenBy: by.id,
    takenByName: by.name,
    takenAt: at,
    putDownAt: null,
  }
  met(put, under.clocks, { kind: 'concern.open', at, by })
  taken(put, under.clocks, { kind: 'concern.decide', at, by })
  putReply(put, setting, { under, by, step: 'picked-up', outcomes: [], at })
  entry(put, by, { deed: 'concern.taken', at, on: onConcern(under) })
}

/** What handing it over leaves behind. */
export function putHandOver(
  put: Put,
  setting: ConcernSetting,
  { under, ...fact }: { under: ConcernUnderWay } & NonNullable<ConcernFact['handed']>,
): void {
  const { at, why } = fact
  const [by, to] = [setting.staff(fact.by), setting.staff(fact.to)]
  if (!under.pickUp) throw new Error('what nobody has in hand cannot be handed over')
  const { takenBy: from, takenByName: fromName } = under.pickUp
  under.pickUp = changed(put, under.pickUp, {
    table: 'concernPickUp',
    to: { takenBy: to.id, takenByName: to.name, takenAt: at },
    at,
    by,
  })
  handed(put, under.clocks, { from, to: to.id, at, by })
  put('concernHandOver', {
    id: setting.idAt<ConcernHandOverId>(at),
    ownerAgency: by.agency,
    category: 'concern',
    subject: under.id,
    since: at,
    fromUser: from,
    fromName,
    toUser: to.id,
    toName: to.name,
    why,
    handedBy: by.id,
    handedByName: by.name,
    handedAt: at,
  })
  if (to.id !== by.id)
    told(put, setting, { kind: 'concern.handed-to-you', subject: under.id, toUser: to.id, saidAt: at })
  entry(put, by, { deed: 'concern.handed-over', at, on: onConcern(under), detail: { from, to: to.id } })
}

/** What a supervisor's note leaves behind. */
export function putOversight(
  put: Put,
  setting: ConcernSetting,
  { under, ...fact }: { under: ConcernUnderWay } & OversightFact,
): void {
  const { at, says, nextStep } = fact
  const by = setting.staff(fact.by)
  put('concernOversightNote', {
    id: setting.idAt<ConcernOversightNoteId>(at),
    ownerAgency: by.agency,
    category: 'concern',
    subject: under.id,
    since: at,
    says,
    nextStep,
    saidBy: by.id,
    saidByName: by.name,
    saidAt: at,
  })
  if (under.pickUp && under.pickUp.takenBy !== by.id)
    told(put, setting, {
      kind: 'concern.oversight',
      subject: under.id,
      toUser: under.pickUp.takenBy,
      saidAt: at,
    })
  entry(put, by, { deed: 'concern.oversight-written', at, on: onConcern(under) })
}

/** What saying whether its crime is recorded leaves behind. */
export function putCrime(
  put: Put,
  setting: ConcernSetting,
  { under, ...fact }: { under: ConcernUnderWay } & CrimeFact,
): void {
  const { at, recorded, byWhom } = fact
  const by = setting.staff(fact.by)
  put('concernCrime', {
    id: setting.idAt<ConcernCrimeId>(at),
    ownerAgency: by.agency,
    category: 'concern',
    subject: under.id,
    since: at,
    reference: 'reference' in recorded ? recorded.reference : null,
    whyNot: 'whyNot' in recorded ? recorded.whyNot : null,
    byWhom,
    saidBy: by.id,
    saidByName: by.name,
    saidAt: at,
  })
  met(put, under.clocks, { kind: CRIME, at, by })
  entry(put, by, {
    deed: 'concern.crime-said',
    at,
    on: onConcern(under),
    detail: { recorded: 'reference' in recorded },
  })
}
