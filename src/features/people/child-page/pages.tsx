import type { Reason } from '#core/access/queries.ts'
import { sayReason } from '#core/access/words.ts'
import type { Look } from '#core/audit/who-looked.ts'
import type { ChronologyItem } from '#core/manifest/feature.ts'
import type { Child, Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Link, Name, Para, Subheading, Table, Words } from '#platform/ui/page-parts.tsx'
import { Pager, type Paged } from '#platform/ui/paging.tsx'
import { sayMoment, sayMomentShort } from '#vocabulary/dates/words.ts'
import type { Correction } from '../before/corrections.ts'
import { BeforePart } from '../before/pages.tsx'
import type { IdentifierRow, OtherNameRow } from '../facts.tsx'
import { nameOf, type Person } from '../person.ts'
import type { Family } from '../family/family.ts'
import { FamilyPart } from '../family/part.tsx'
import type { ContactHead } from '../safe-contact/head.ts'
import { SafeContactPart } from '../safe-contact/pages.tsx'
import { ProtectionPart, type Protection } from '../protection/pages.tsx'
import { sayWho } from '../who-looked/say-who.ts'
import { WhoTheyAre } from './who-they-are.tsx'

export const PersonPage = (p: {
  person: Person
  agency: string
  head: ContactHead
  family: Family
  otherNames: readonly OtherNameRow[]
  identifiers: readonly IdentifierRow[]
  panels: readonly { title: string; body: Html }[]
  chronology: Paged<ChronologyItem>
  corrections: readonly Correction[]
  looks: readonly Look[]
  sayDeed: (deed: string) => string
  why: readonly Reason[]
  own: boolean
  protection: Protection
  namedPeople: number | null
}): Html => {
  const here = `/people/${p.person.id}`
  const protection = <ProtectionPart {...p} href={`${here}/protection`} />
  return (
    <>
      <Heading caption={p.person.reference}>
        <Name>{nameOf(p.person)}</Name>
      </Heading>
      {p.own && p.protection?.state === 'protected' ? protection : null}
      <SafeContactPart head={p.head} href={p.own ? `${here}/safe-contact` : null} />
      {p.own ? (
        <Para>
          <Link href={`${here}/notes/new`}>Record a visit, call or message</Link>
        </Para>
      ) : null}
      <Part title="Who they are">
        <WhoTheyAre {...p} />
        {p.own && p.protection?.state !== 'protected' ? protection : null}
      </Part>
      <Part title="Family, home and language">
        <FamilyPart personId={p.person.id} family={p.family} own={p.own} />
      </Part>
      {p.panels.map(panel => (
        <Part title={panel.title}>{panel.body}</Part>
      ))}
      <Part title="Chronology" id="chronology">
        <Chronology items={p.chronology} href={here} />
      </Part>
      <Part title="What was recorded before">
        <BeforePart corrections={p.corrections} href={`${here}/before`} />
      </Part>
      <Part title="Who has looked">
        <WhoHasLooked looks={p.looks} sayDeed={p.sayDeed} />
      </Part>
      <Part title="Why you can see this">
        <ul class="govuk-list govuk-list--bullet">
          {p.why.map(reason => (
            <li>{sayReason(reason)}</li>
          ))}
        </ul>
      </Part>
    </>
  )
}

const Part = (p: { title: string; id?: string; children: Child }): Html => (
  <section class="sl-panel" id={p.id}>
    <Subheading>{p.title}</Subheading>
    {p.children}
  </section>
)

const WhoHasLooked = (p: { looks: readonly Look[]; sayDeed: (deed: string) => string }): Html => (
  <>
    <Table
      caption="The last twenty looks and deeds"
      columns={[
        { title: 'When', cell: look => sayMomentShort(look.at) },
        { title: 'Who', cell: sayWho },
        { title: 'What', cell: look => p.sayDeed(look.deed) },
      ]}
      rows={p.looks}
    />
    <Para>Lists of work show names too. The records lead of the agency can see to whom.</Para>
  </>
)

const Chronology = (p: { items: Paged<ChronologyItem>; href: string }): Html => (
  <>
    {p.items.rows.length > 0 ? (
      <ol class="moj-timeline">
        {p.items.rows.map(item => (
          <li class="moj-timeline__item">
            <h3 class="moj-timeline__title">
              {item.href ? <Link href={item.href}>{item.title}</Link> : item.title}
            </h3>
            <p class="moj-timeline__byline">{item.by}</p>
            <p class="moj-timeline__date">
              {item.when ?? <time datetime={item.at.toISOString()}>{sayMoment(item.at)}</time>}
            </p>
            {item.words ? <Words>{item.words}</Words> : null}
          </li>
        ))}
      </ol>
    ) : p.items.page === 1 ? (
      <Para>Nothing is recorded here that you can see.</Para>
    ) : null}
    <Pager href={p.href} part="chronology" what="Chronology" paged={p.items} />
  </>
)
