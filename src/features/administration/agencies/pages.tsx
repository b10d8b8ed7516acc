import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Inset, Link, Para, Table, Tag } from '#platform/ui/page-parts.tsx'
import { AGENCY_KINDS, agencyKindWords } from '#vocabulary/agencies.ts'
import type { agenciesAll } from './queries.ts'

export const AgenciesPage = (p: {
  agencies: Awaited<ReturnType<typeof agenciesAll>>
  hosts: boolean
}): Html => (
  <>
    <Heading>Agencies</Heading>
    {p.hosts ? (
      <Para>
        <Link href="/administration/agencies/new">Add an agency</Link>
      </Para>
    ) : null}
    <Table
      caption="Agencies that use Sightline here"
      columns={[
        {
          title: 'Agency',
          cell: agency => <Link href={`/administration/agencies/${agency.id}`}>{agency.name}</Link>,
        },
        { title: 'Kind', cell: agency => agencyKindWords[agency.kind] },
        {
          title: 'State',
          cell: agency => (
            <>
              {agency.closedAt ? <Tag text="Closed" colour="grey" /> : 'Open'}{' '}
              {agency.sensitive ? <Tag text="Sensitive" colour="blue" /> : null}
            </>
          ),
        },
      ]}
      rows={p.agencies}
    />
  </>
)

/** For an agency that is made and one that is changed. */
export const AgencyFormPage = (p: { form: FormState; name: string | null }): Html => (
  <FormPage
    form={p.form}
    submit={p.name === null ? 'Add this agency' : 'Save'}
    head={<Heading>{p.name === null ? 'Add an agency' : `Change ${p.name}`}</Heading>}
  >
    <TextField form={p.form} name="name" label="Name of the agency" />
    <Radios
      form={p.form}
      name="kind"
      label="Kind of agency"
      choices={AGENCY_KINDS.map(kind => ({ value: kind, text: agencyKindWords[kind] }))}
    />
    <Radios
      form={p.form}
      name="sensitive"
      label="Would it tell something about a child that this agency knows them?"
      hint="For example a sexual health clinic, a therapist, a refuge or a drug service. Others are then not told that it holds a record"
      choices={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
  </FormPage>
)

export const ClosePage = (p: { form: FormState; name: string }): Html => (
  <FormPage form={p.form} submit="Close this agency" warn head={<Heading>Close {p.name}?</Heading>}>
    <Para>
      Its staff are signed out and can no longer sign in. Its records stay, and what others were shown stays
      in the ledger. It can be opened again.
    </Para>
    <Inset>Close an agency only when it has no open work and no area sends concerns to it.</Inset>
  </FormPage>
)

export const ReopenPage = (p: { form: FormState; name: string }): Html => (
  <FormPage form={p.form} submit="Open it again" head={<Heading>Open {p.name} again?</Heading>}>
    <Para>Its staff can sign in again, with the roles that they had.</Para>
  </FormPage>
)
