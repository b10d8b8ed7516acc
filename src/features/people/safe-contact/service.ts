import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { Absence } from '#vocabulary/absence.ts'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { personToChange } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { words } from '../words.ts'
import { safeContactOf, writeSafeContact } from './queries.ts'

/** A safe way, or why there is none, and what goes with it. */
export interface SafeContactSaid {
  readonly way: string | null
  readonly wayAbsence: Absence | null
  readonly wordsToUse: string | null
  readonly doNot: string | null
  readonly notToBeTold: string | null
  readonly interpreter: string | null
}

/**
 * How to reach this person safely, on a record of one's own agency: whoever it was opened to reads the one answer and
 * puts none of their own beside it. The former answer stays in the history.
 *
 * @param over the version that stood there when the writer began, null when there was none
 * @param fromConcern whoever raised a concern said so, and nobody of this agency has asked yet
 * @throws Refusal 409 when someone else has saved another since
 */
export async function setSafeContact(
  act: Act,
  personRecordId: PersonRecordId,
  { said, over, fromConcern = false }: { said: SafeContactSaid; over: string | null; fromConcern?: boolean },
): Promise<void> {
  demand(mayKeepPeople, act.viewer)
  const person = await personToChange(act, personRecordId)
  const stands = await safeContactOf(act.tx, person.id)
  if ((stands?.version ?? null) !== over) throw savedMeanwhile(stands)
  if (!said.way === !said.wayAbsence)
    throw new Refusal({ way: 'Enter a safe way to reach them, or say why you cannot' })
  const now = act.world.now()
  await writeSafeContact(act.tx, {
    id: act.world.uuid(),
    ownerAgency: act.viewer.agencyId,
    category: 'identity',
    subject: person.id,
    since: now,
    ...said,
    fromConcern,
    askedBy: act.viewer.id,
    askedByName: act.viewer.name,
    askedAt: now,
  })
  await act.record('person.safe-contact-set', person.id)
}

/** What stands now goes with the refusal: see the page, which shows it beneath. */
const savedMeanwhile = (stands: Awaited<ReturnType<typeof safeContactOf>>): Refusal =>
  new Refusal(
    {
      version: stands
        ? words.safeContactMeanwhile(stands.askedByName, sayMoment(stands.askedAt))
        : words.openAgain,
    },
    409,
  )
