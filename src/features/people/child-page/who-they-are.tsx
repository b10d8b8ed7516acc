import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Link } from '#platform/ui/page-parts.tsx'
import {
  factsOf,
  identifierFacts,
  otherNameFacts,
  type Fact,
  type IdentifierRow,
  type OtherNameRow,
} from '../facts.tsx'
import type { Person } from '../person.ts'

/** Names, birth and sex, other names and numbers; for the owner with the links to put them right. */
export const WhoTheyAre = (p: {
  person: Person
  agency: string
  otherNames: readonly OtherNameRow[]
  identifiers: readonly IdentifierRow[]
  own: boolean
}): Html => {
  const here = `/people/${p.person.id}`
  const ending =
    (rows: readonly { id: string; endedAt: Date | null; toDay: string | null }[], where: string) =>
    (fact: Fact, index: number) => {
      const row = rows[index]
      const open = p.own && row && !row.endedAt && !row.toDay
      return open
        ? { ...fact, change: { href: `${here}/${where}/${row.id}/end`, text: 'End', what: fact.says } }
        : fact
    }
  return (
    <>
      <Facts
        rows={[
          ...factsOf(p.person).filter(fact => fact.key !== 'Known as' || p.person.knownAs),
          ...otherNameFacts(p.otherNames).map(ending(p.otherNames, 'names')),
          ...identifierFacts(p.identifiers).map(ending(p.identifiers, 'identifiers')),
          { key: 'Record of', value: p.agency },
        ]}
      />
      {p.own ? (
        <ul class="govuk-list">
          <li>
            <Link href={`${here}/correct`}>Correct the record</Link>
          </li>
          <li>
            <Link href={`${here}/names/new`}>Add another name</Link>
          </li>
          <li>
            <Link href={`${here}/identifiers/new`}>Add a number or reference</Link>
          </li>
        </ul>
      ) : null}
    </>
  )
}
