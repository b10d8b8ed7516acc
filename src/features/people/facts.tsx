import { Name } from '#platform/ui/page-parts.tsx'
import type { Child } from '#platform/ui/jsx-runtime.ts'
import { sayBorn } from '#vocabulary/dates/words.ts'
import { sayIdentifier } from '#vocabulary/ids/identifiers.ts'
import { sexWords } from '#vocabulary/sex.ts'
import { sayInUse } from './in-use/pages.tsx'
import { nameOf } from './person.ts'
import type { identifiersOf, otherNamesOf } from './queries.ts'
import type { PersonKnown } from './record/read-person.ts'
import { words } from './words.ts'

export type OtherNameRow = Awaited<ReturnType<typeof otherNamesOf>>[number]
export type IdentifierRow = Awaited<ReturnType<typeof identifiersOf>>[number]

export interface Fact {
  readonly key: string
  /** As text, so that two states of a record can be held against one another. */
  readonly says: string
  readonly value: Child
}

/** Who someone is, one fact a line, as the record says or said. */
export const factsOf = (person: PersonKnown): Fact[] => [
  named('Given names', words.orWhy(person.givenNames, person.givenNamesAbsence)),
  named('Family name', words.orWhy(person.familyName, person.familyNameAbsence)),
  named('Known as', person.knownAs ?? 'No other name'),
  plain(
    'Born',
    person.bornFrom && person.bornTo
      ? sayBorn(person.bornFrom, person.bornTo)
      : words.orWhy(null, person.bornAbsence),
  ),
  plain('Sex', words.orWhy(person.sex && sexWords[person.sex], person.sexAbsence)),
]

const named = (key: string, says: string): Fact => ({ key, says, value: <Name>{says}</Name> })
const plain = (key: string, says: string): Fact => ({ key, says, value: says })

export const otherNameFacts = (names: readonly OtherNameRow[]): Fact[] =>
  names.map(name => dated(words.otherNameKinds[name.kind], nameOf(name), name))

export const identifierFacts = (found: readonly IdentifierRow[]): Fact[] =>
  found.map(one => dated(words.identifierKinds[one.kind], sayIdentifier(one.kind, one.value), one))

const dated = (key: string, says: string, row: Parameters<typeof sayInUse>[0]): Fact => ({
  key,
  says,
  value: (
    <>
      <Name>{says}</Name>
      {sayInUse(row) ? `, ${sayInUse(row)}` : ''}
    </>
  ),
})
