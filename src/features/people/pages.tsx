import type { Reason } from '#core/access/queries.ts'
import type { Look } from '#core/audit/who-looked.ts'
import type { ChronologyItem } from '#core/manifest/feature.ts'
import { DateField, Radios, SelectField } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField, TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
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
import { absenceWords, type Absence } from '#vocabulary/absence.ts'
import { sayBorn, sayMoment, sayMomentShort } from '#vocabulary/dates/words.ts'
import { sexWords } from '#vocabulary/sex.ts'
import type { personRecord, safeContactOf } from './queries.ts'
import type { Likely } from './match-keys/rank-candidates.ts'
import type { Found } from './search.ts'
import { words } from './words.ts'

export type Person = NonNullable<Awaited<ReturnType<typeof personRecord>>>
export type SafeContact = NonNullable<Awaited<ReturnType<typeof safeContactOf>>>

export const nameOf = (person: { givenNames: string | null; familyName: string | null }): string =>
  [person.givenNames, person.familyName].filter(Boolean).join(' ') || 'Name not known'

const orWhy = (value: string | null, absence: string | null): string =>
  value ?? absenceWords[(absence ?? 'not-known') as Absence]

export const PersonPage = (p: {
  person: Person
  agency: string
  contact: SafeContact | undefined
  panels: readonly { title: string; body: Html }[]
  chronology: readonly ChronologyItem[]
  looks: readonly Look[]
  why: readonly Reason[]
  own: boolean
}): Html => (
  <>
    <Heading caption={p.person.reference}>
      <Name>{nameOf(p.person)}</Name>
    </Heading>
    <SafeContactPart contact={p.contact} href={p.own ? `/people/${p.person.id}/safe-contact` : null} />
    {p.own ? (
      <Para>
        <Link href={`/people/${p.person.id}/notes/new`}>Record a visit, call or message</Link>
      </Para>
    ) : null}
    <section class="sl-panel">
      <Subheading>Who they are</Subheading>
      <Facts
        rows={[
          {
            key: 'Given names',
            value: <Name>{orWhy(p.person.givenNames, p.person.givenNamesAbsence)}</Name>,
          },
          {
            key: 'Family name',
            value: <Name>{orWhy(p.person.familyName, p.person.familyNameAbsence)}</Name>,
          },
          ...(p.person.knownAs ? [{ key: 'Known as', value: <Name>{p.person.knownAs}</Name> }] : []),
          {
            key: 'Born',
            value:
              p.person.bornFrom && p.person.bornTo
                ? sayBorn(p.person.bornFrom, p.person.bornTo)
                : orWhy(null, p.person.bornAbsence),
          },
          { key: 'Sex', value: p.person.sex ? sexWords[p.person.sex] : orWhy(null, p.person.sexAbsence) },
          { key: 'Record of', value: p.agency },
        ]}
      />
    </section>
    {p.panels.map(panel => (
      <section class="sl-panel">
        <Subheading>{panel.title}</Subheading>
        {panel.body}
      </section>
    ))}
    <section class="sl-panel">
      <Subheading>Chronology</Subheading>
      <Chronology items={p.chronology} />
    </section>
    <section class="sl-panel">
      <Subheading>Who has looked</Subheading>
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
          { title: 'What', cell: look => look.deed.replaceAll(/[.-]/g, ' ') },
        ]}
        rows={p.looks}
      />
    </section>
    <section class="sl-panel">
      <Subheading>Why you can see this</Subheading>
      <ul class="govuk-list govuk-list--bullet">
        {p.why.map(reason => (
          <li>{words.why[reason.rule]}</li>
        ))}
      </ul>
    </section>
  </>
)

/** At the head of the page, because it is read before anyone rings, writes or calls. */
const SafeContactPart = (p: { contact: SafeContact | undefined; href: string | null }): Html => (
  <div class="govuk-inset-text">
    <h2 class="govuk-heading-s">Safe contact</h2>
    {p.contact ? (
      <Facts
        rows={[
          { key: 'Safe way', value: <Words>{orWhy(p.contact.way, p.contact.wayAbsence)}</Words> },
          ...(p.contact.wordsToUse ? [{ key: 'Words to use', value: p.contact.wordsToUse }] : []),
          ...(p.contact.doNot ? [{ key: 'Do not', value: <strong>{p.contact.doNot}</strong> }] : []),
          ...(p.contact.notToBeTold
            ? [{ key: 'Not to be told', value: <strong>{p.contact.notToBeTold}</strong> }]
            : []),
          ...(p.contact.interpreter ? [{ key: 'Interpreter', value: p.contact.interpreter }] : []),
          { key: 'Asked by', value: `${p.contact.askedByName}, ${sayMoment(p.contact.askedAt)}` },
        ]}
      />
    ) : (
      <Para>
        <strong>{words.safeContactNotKnown}</strong>
      </Para>
    )}
    {p.href ? (
      <Para>
        <Link href={p.href}>
          {p.contact ? 'Change how to contact them safely' : 'Record how to contact them safely'}
        </Link>
      </Para>
    ) : null}
  </div>
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

export const SearchPage = (p: { form: FormState; likely: readonly Likely<Found>[] | null }): Html => (
  <>
    <Heading>Find a person</Heading>
    <form method="get" action="/people" autocomplete="off">
      <TextField form={p.form} name="given" label="Given names" />
      <TextField form={p.form} name="family" label="Family name" />
      <DateField
        form={p.form}
        name="born"
        label="Date of birth"
        hint="If you know it, for example 27 3 2011"
      />
      <button type="submit" class="govuk-button">
        Search
      </button>
    </form>
    {p.likely === null ? null : <LikelyPeople likely={p.likely} />}
    <Para>
      <Link href="/people/new">Make a new record</Link>
    </Para>
  </>
)

export const LikelyPeople = (p: { likely: readonly Likely<Found>[] }): Html =>
  p.likely.length === 0 ? (
    <Inset>{words.noRecordYouCanSee}</Inset>
  ) : (
    <Table
      caption="Records that may be this person"
      columns={[
        {
          title: 'Name',
          cell: one => (
            <Link href={`/people/${one.id}`}>
              <Name>{nameOf(one)}</Name>
            </Link>
          ),
        },
        {
          title: 'Born',
          cell: one => (one.bornFrom && one.bornTo ? sayBorn(one.bornFrom, one.bornTo) : 'Not known'),
        },
        { title: 'Reasons for', cell: one => one.reasonsFor.join('; ') },
        { title: 'Reasons against', cell: one => one.reasonsAgainst.join('; ') || 'None' },
      ]}
      rows={p.likely}
    />
  )

const why = (name: string, form: FormState): Html => (
  <SelectField
    form={form}
    name={`${name}-absence`}
    label="If you cannot answer, say why"
    empty="I have answered"
    choices={(['not-known', 'declined', 'not-asked', 'not-yet-obtained'] as const).map(absence => ({
      value: absence,
      text: absenceWords[absence],
    }))}
  />
)

export const NewPersonPage = (p: { form: FormState; likely: readonly Likely<Found>[] }): Html => (
  <FormPage
    form={p.form}
    submit="Make the record"
    head={
      <>
        <Heading>Make a new record</Heading>
        {p.likely.length > 0 ? <LikelyPeople likely={p.likely} /> : null}
      </>
    }
  >
    {p.likely.length > 0 ? (
      <div class="govuk-checkboxes govuk-!-margin-bottom-6">
        <div class="govuk-checkboxes__item">
          <input
            type="checkbox"
            class="govuk-checkboxes__input"
            id="none-of-these"
            name="none-of-these"
            value="yes"
          />
          <label class="govuk-label govuk-checkboxes__label" for="none-of-these">
            None of these records is this person
          </label>
        </div>
      </div>
    ) : null}
    <TextField form={p.form} name="given" label="Given names" />
    {why('given', p.form)}
    <TextField form={p.form} name="family" label="Family name" />
    {why('family', p.form)}
    <TextField form={p.form} name="known-as" label="Known as (if different)" />
    <DateField form={p.form} name="born" label="Date of birth" hint="For example, 27 3 2011" />
    {why('born', p.form)}
    <Radios
      form={p.form}
      name="sex"
      label="Sex"
      choices={Object.entries(sexWords).map(([value, text]) => ({ value, text }))}
    />
    {why('sex', p.form)}
  </FormPage>
)

export const SafeContactPage = (p: { form: FormState; name: string }): Html => (
  <FormPage
    form={p.form}
    submit="Save"
    head={
      <Heading>
        How can <Name>{p.name}</Name> be contacted safely?
      </Heading>
    }
  >
    <LongTextField
      form={p.form}
      name="way"
      label="Safe way"
      hint="Which number or place, when, and who may answer"
      most={2000}
      rows={3}
    />
    {why('way', p.form)}
    <TextField
      form={p.form}
      name="words-to-use"
      label="Words to use"
      hint="What to say if someone else answers"
    />
    <TextField
      form={p.form}
      name="do-not"
      label="Do not"
      hint="For example, do not leave a message, do not write"
    />
    <TextField form={p.form} name="not-to-be-told" label="Who must not be told" />
    <TextField form={p.form} name="interpreter" label="Interpreter or communication needs" />
  </FormPage>
)
