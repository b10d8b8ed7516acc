import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { otherNamesOf, writeMatchKeys } from '../queries.ts'
import type { NamedAndBorn } from './known-person.ts'
import { matchKeys } from './match-keys.ts'

/** Makes the keys of one of the agency's own records anew, from the record as it now stands and its other names. */
export async function rekey(act: Act, personRecordId: PersonRecordId, known: NamedAndBorn): Promise<void> {
  const otherNames = await otherNamesOf(act.tx, [personRecordId])
  await writeMatchKeys(
    act.tx,
    personRecordId,
    matchKeys({ ...known, otherNames }).map(key => ({
      key,
      ownerAgency: act.viewer.agencyId,
      category: 'identity',
      subject: personRecordId,
    })),
  )
}
