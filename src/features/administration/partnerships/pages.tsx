import { SelectField } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { NationField } from '../nation-field.tsx'
import { ErrorSummary, FormPage, OwnForm } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Link, Narrow, Para, Subheading, Table, Tag } from '#platform/ui/page-parts.tsx'
import { agencyKindWords } from '#vocabulary/agencies.ts'
import type { nationsAll } from '../areas/queries.ts'
import type { areasOfPartnership, membersOf, openAgencies, partnershipById } from './queries.ts'

type Rows<F extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>
type Partnership = NonNullable<Rows<typeof partnershipById>>

export const PartnershipsPage = (p: { partnerships: readonly Partnership[]; hosts: boolean }): Html => (
  <>
    <Heading>Partnerships and areas</Heading>
    {p.hosts ? (
      <Para>
        <Link href="/administration/partnerships/new">Add a partnership</Link>
      </Para>
    ) : null}
    {p.partnerships.length === 0 ? (
      <Para>Your agency leads no partnership.</Para>
    ) : (
      <Table
        caption="Partnerships"
        columns={[
          {
            title: 'Partnership',
            cell: one => <Link href={`/administration/partnerships/${one.id}`}>{one.name}</Link>,
          },
          { title: 'Nation', cell: one => one.nationName },
          { title: 'Led by', cell: one => one.leadName },
        ]}
        rows={p.partnerships}
      />
    )}
  </>
)

/** For one that is made and one that is changed. */
export const PartnershipFormPage = (p: {
  form: FormState
  name: string | null
  /** Empty when it is changed: a partnership keeps its nation. */
  nations: Rows<typeof nationsAll>
  agencies: Rows<typeof openAgencies>
}): Html => (
  <FormPage
    form={p.form}
    submit={p.name === null ? 'Add this partnership' : 'Save'}
    head={<Heading>{p.name === null ? 'Add a partnership' : `Change ${p.name}`}</Heading>}
  >
    <TextField form={p.form} name="name" label="Name of the partnership" />
    {p.nations.length === 0 ? null : <NationField form={p.form} nations={p.nations} />}
    <SelectField
      form={p.form}
      name="lead"
      label="Lead agency"
      hint="Its administrators keep the areas, the telephone numbers and the list of agencies"
      empty="Choose an agency"
      choices={p.agencies.map(agency => ({ value: agency.id, text: agency.name }))}
    />
  </FormPage>
)

export const PartnershipPage = (p: {
  form: FormState
  partnership: Partnership
  members: Rows<typeof membersOf>
  others: Rows<typeof openAgencies>
  areas: Rows<typeof areasOfPartnership>
  leads: boolean
  hosts: boolean
}): Html => {
  const fields = (
    <SelectField
      form={p.form}
      name="member"
      label="Agency"
      empty="Choose an agency"
      choices={p.others.map(agency => ({ value: agency.id, text: agency.name }))}
    />
  )
  const at = `/administration/partnerships/${p.partnership.id}`
  return (
    <>
      <Narrow>
        <ErrorSummary form={p.form} fields={fields} />
        <Heading>{p.partnership.name}</Heading>
        <Facts
          rows={[
            {
              key: 'Nation',
              value: (
                <>
                  {p.partnership.nationName} <ToBeConfirmed status={p.partnership.nationStatus} />
                </>
              ),
            },
            { key: 'Led by', value: p.partnership.leadName },
          ]}
        />
        {p.hosts ? (
          <Para>
            <Link href={`${at}/change`}>Change name or lead</Link>
          </Para>
        ) : null}
      </Narrow>
      {p.leads ? (
        <Para>
          <Link href={`${at}/ladder`}>How a disagreement goes up</Link>
        </Para>
      ) : null}
      <Subheading>Areas</Subheading>
      {p.leads ? (
        <Para>
          <Link href={`${at}/areas/new`}>Add an area</Link>
        </Para>
      ) : null}
      {p.areas.length === 0 ? <Para>There are none yet.</Para> : <Areas areas={p.areas} leads={p.leads} />}
      <Narrow>
        <Subheading>Agencies</Subheading>
        {p.members.map(agency => (
          <Member
            form={p.form}
            agency={agency}
            mayRemove={p.leads && agency.id !== p.partnership.leadAgency}
          />
        ))}
        {p.leads ? (
          <>
            <Para>Staff of these agencies choose among the areas above when they record a concern.</Para>
            <OwnForm form={p.form}>
              {fields}
              <button type="submit" class="govuk-button" name="answer" value="add">
                Add this agency
              </button>
            </OwnForm>
          </>
        ) : null}
      </Narrow>
    </>
  )
}

const ToBeConfirmed = (p: { status: string }): Html =>
  p.status === 'confirmed' ? <></> : <Tag text="Rules to be confirmed" colour="yellow" />

const Areas = (p: { areas: Rows<typeof areasOfPartnership>; leads: boolean }): Html => (
  <Table
    caption="Areas and who receives their concerns"
    captionHidden
    columns={[
      {
        title: 'Area',
        cell: area => (
          <>
            {p.leads ? <Link href={`/administration/areas/${area.id}/change`}>{area.name}</Link> : area.name}
          </>
        ),
      },
      {
        title: 'Nation',
        cell: area => (
          <>
            {area.nationName} <ToBeConfirmed status={area.nationStatus} />
          </>
        ),
      },
      { title: 'Receives concerns', cell: area => `${area.agencyName}: ${area.teamName}` },
      {
        title: 'Whom to ring',
        cell: area => (
          <>
            {area.dayPhone && area.outOfHoursPhone ? 'Set' : <Tag text="Not set" colour="red" />}{' '}
            {p.leads ? (
              <Link href={`/administration/areas/${area.id}`}>
                Numbers<span class="govuk-visually-hidden"> of {area.name}</span>
              </Link>
            ) : null}
          </>
        ),
      },
    ]}
    rows={p.areas}
  />
)

const Member = (p: { form: FormState; agency: Rows<typeof membersOf>[number]; mayRemove: boolean }): Html => (
  <OwnForm form={p.form}>
    <input type="hidden" name="member" value={p.agency.id} />
    <p class="govuk-body">
      {p.agency.name}, {agencyKindWords[p.agency.kind].toLowerCase()}{' '}
      {p.agency.closedAt ? <Tag text="Closed" colour="grey" /> : null}
      {p.mayRemove ? (
        <>
          <br />
          <button
            type="submit"
            class="govuk-button govuk-button--secondary govuk-!-margin-bottom-1"
            name="answer"
            value="remove"
          >
            Take {p.agency.name} out
          </button>
        </>
      ) : null}
    </p>
  </OwnForm>
)
