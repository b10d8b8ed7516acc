import type { Reason } from '#core/access/queries.ts'
import { sayReason } from '#core/access/words.ts'
import type { Look } from '#core/audit/who-looked.ts'
import type { ChronologyItem } from '#core/manifest/feature.ts'
import type { Child, Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Link, Name, Para, Subheading, Table, Words } from '#platform/ui/page-parts.tsx'
import { sayMoment, sayMomentShort } from '#vocabulary/dates/words.ts'
import type { Correction } from '../before/corrections.ts'
import { BeforePart } from '../before/pages.tsx'
import type { IdentifierRow, OtherNameRow } from '../facts.tsx'
import { nameOf, type Person } from '../person.ts'
import { SafeContactPart, type SafeContact } from '../safe-contact/pages.tsx'
import { WhoTheyAre } from './who-they-are.tsx'

export const PersonPage = (p: {
  person: Person
  agency: string
  contact: SafeContact | undefined
  otherNames: readonly OtherNameRow[]
  identifiers: readonly IdentifierRow[]
  panels: readonly { title: string; body: Html }[]
  chronology: readonly ChronologyItem[]
  corrections: readonly Correction[]
  looks: readonly Look[]
  sayDeed: (deed: string) => string
  why: readonly Reason[]
  own: boolean
}): Html => {
  const here = `/people/${p.person.id}`
  return (
    <>
      <Heading caption={p.person.reference}>
        <Name>{nameOf(p.person)}</Name>
      </Heading>
      <SafeContactPart contact={p.contact} href={p.own ? `${here}/safe-contact` : null} />
      {p.own ? (
        <Para>
          <Link href={`${here}/notes/new`}>Record a visit, call or message</Link>
        </Para>
      ) : null}
      <Part title="Who they are">
        <WhoTheyAre {...p} />
      </Part>
      {p.panels.map(panel => (
        <Part title={panel.title}>{panel.body}</Part>
      ))}
      <Part title="Chronology">
        <Chronology items={p.chronology} />
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

const Part = (p: { title: string; children: Child }): Html => (
  <section class="sl-panel">
    <Subheading>{p.title}</Subheading>
    {p.children}
  </section>
)

const WhoHasLooked = (p: { looks: readonly Look[]; sayDeed: (deed: string) => string }): Html => (
  <Table
    caption="The last twenty looks and deeds"
    captionHidden
    columns={[
      { title: 'When', cell: look => sayMomentShort(look.at) },
      {
        title: 'Who',
        cell: look =>
          `${look.name ? `${look.name}, ` : ''}${look.roles.map(role => role.replaceAll('-', ' ')).join(', ')}, ${look.agency}`,
      },
      { title: 'What', cell: look => p.sayDeed(look.deed) },
    ]}
    rows={p.looks}
  />
)

const Chronology = (p: { items: readonly ChronologyItem[] }): Html =>
  p.items.length === 0 ? (
    <Para>Nothing is recorded here that you can see.</Para>
  ) : (
    <ol class="moj-timeline">
      {p.items.map(item => (
        <li class="moj-timeline__item">
          <h3 class="moj-timeline__title">
            {item.href ? <Link href={item.href}>{item.title}</Link> : item.title}
          </h3>
          <p class="moj-timeline__byline">{item.by}</p>
          <p class="moj-timeline__date">
            <time datetime={item.at.toISOString()}>{sayMoment(item.at)}</time>
          </p>
          {item.words ? <Words>{item.words}</Words> : null}
        </li>
      ))}
    </ol>
  )
