import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { sayIdentifier } from '#vocabulary/ids/identifiers.ts'
import { factsOf, type Fact } from '../facts.tsx'
import { nameOf } from '../person.ts'
import { words } from '../words.ts'
import * as rows from './queries.ts'

/** One time that something on the record was put right: what it said until then, by whom and why it was changed. */
export interface Correction {
  readonly at: Date
  readonly by: string
  readonly reason: string
  readonly before: readonly Fact[]
}

/** What was recorded before and is no longer, newest first. */
export async function correctionsTo(act: Act, personId: PersonRecordId): Promise<Correction[]> {
  const states = await rows.statesOfRecord(act.tx, personId)
  const corrected = states.slice(0, -1).map((state, index): Correction => {
    const now = factsOf(state)
    const before = states[index + 1]
    return {
      at: state.stoodFrom,
      by: state.correctedByName ?? '',
      reason: state.correctionReason ?? '',
      before: before ? factsOf(before).filter((fact, at) => fact.says !== now[at]?.says) : [],
    }
  })
  const mistakes = [
    ...(await rows.namesByMistake(act.tx, personId)).map(name => ({
      ...name,
      key: words.otherNameKinds[name.kind],
      says: nameOf(name),
    })),
    ...(await rows.identifiersByMistake(act.tx, personId)).map(found => ({
      ...found,
      key: words.identifierKinds[found.kind],
      says: sayIdentifier(found.kind, found.value),
    })),
  ].map(({ key, says, endedAt, endedByName, recordedAt }): Correction => ({
    at: endedAt ?? recordedAt,
    by: endedByName ?? '',
    reason: words.endedWhy['recorded-by-mistake'],
    before: [{ key, says, value: says }],
  }))
  return [...corrected, ...mistakes].toSorted((one, other) => other.at.getTime() - one.at.getTime())
}
