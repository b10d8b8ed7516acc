import { DateField } from '#platform/ui/fields/choice-fields.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import {
  Facts,
  Heading,
  Inset,
  Link,
  Name,
  Para,
  Subheading,
  Table,
  Words,
} from '#platform/ui/page-parts.tsx'
import { sayDay, sayMomentShort } from '#vocabulary/dates/words.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import { factsOf, identifierFacts, otherNameFacts, type Fact } from '../facts.tsx'
import type { Correction } from './corrections.ts'
import type { personAsOf } from './queries.ts'

/** On the child's page: nothing that was believed is gone. */
export const BeforePart = (p: { corrections: readonly Correction[]; href: string }): Html => (
  <>
    {p.corrections.length === 0 ? (
      <Para>Nothing on this record has been corrected.</Para>
    ) : (
      <CorrectionsTable corrections={p.corrections} />
    )}
    <Para>
      <Link href={p.href}>See the record as it was on a day</Link>
    </Para>
  </>
)

const CorrectionsTable = (p: { corrections: readonly Correction[] }): Html => (
  <Table
    caption="What was recorded before it was corrected"
    captionHidden
    columns={[
      { title: 'Recorded before', cell: one => <FactLines facts={one.before} /> },
      { title: 'Corrected', cell: one => `${sayMomentShort(one.at)}, by ${one.by}` },
      { title: 'Why', cell: one => <Words>{one.reason}</Words> },
    ]}
    rows={p.corrections}
  />
)

const FactLines = (p: { facts: readonly Fact[] }): Html => (
  <>
    {p.facts.map(fact => (
      <div>
        {fact.key}: <Name>{fact.says}</Name>
      </div>
    ))}
  </>
)

export const AsOfPage = (p: {
  form: FormState
  name: string
  asked: { day: PlainDate; found: Awaited<ReturnType<typeof personAsOf>> } | null
}): Html => (
  <>
    <Heading caption={p.name}>The record as it was on a day</Heading>
    <form method="get" autocomplete="off">
      <DateField form={p.form} name="day" label="Which day?" hint="For example, 27 3 2026" />
      <button type="submit" class="govuk-button">
        Show the record
      </button>
    </form>
    {p.asked ? <AsOf day={p.asked.day} found={p.asked.found} /> : null}
  </>
)

const AsOf = (p: { day: PlainDate; found: Awaited<ReturnType<typeof personAsOf>> }): Html => (
  <section>
    <Subheading>At the end of {sayDay(p.day)}</Subheading>
    {p.found.record ? (
      <Facts
        rows={[
          ...factsOf(p.found.record),
          ...otherNameFacts(p.found.otherNames),
          ...identifierFacts(p.found.identifiers),
        ]}
      />
    ) : (
      <Inset>There was no record yet.</Inset>
    )}
  </section>
)
