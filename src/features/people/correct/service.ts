import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { rekey } from '../match-keys/rekey.ts'
import { personToChange, type Person } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { readPerson } from '../record/read-person.ts'
import { words } from '../words.ts'
import { fieldsChanged } from './fields-changed.ts'
import { updatePersonRecord } from './queries.ts'
import type { CorrectionTyped } from './schemas.ts'

/**
 * Corrects who someone is, with the reason. What was believed before stays in the history, and the record is found
 * under the new spelling from the same moment on.
 *
 * @throws Refusal 409 when someone else has corrected the record since it was read
 */
export async function correctPerson(
  act: Act,
  personId: PersonRecordId,
  typed: CorrectionTyped,
): Promise<void> {
  demand(mayKeepPeople, act.viewer)
  const person = await personToChange(act, personId)
  const now = act.world.now()
  if (person.version !== typed.version) throw correctedMeanwhile(person)
  const { known, errors } = readPerson(typed, londonDay(now))
  if (Object.keys(errors).length > 0) throw new Refusal(errors)
  const changed = fieldsChanged(person, known)
  if (changed.length === 0) throw new Refusal({ '': words.nothingCorrected })
  await updatePersonRecord(act.tx, person.id, {
    ...known,
    correctedBy: act.viewer.id,
    correctedByName: act.viewer.name,
    correctedAt: now,
    correctionReason: typed.reason,
  })
  await rekey(act, person.id, known)
  await act.record('person.corrected', person.id, { fields: changed })
}

/** The record as it stands goes with the refusal: see the page, which shows it beneath. */
const correctedMeanwhile = (person: Person): Refusal =>
  new Refusal(
    {
      version: person.correctedAt
        ? words.correctedMeanwhile(person.correctedByName ?? '', sayMoment(person.correctedAt))
        : words.openAgain,
    },
    409,
  )
