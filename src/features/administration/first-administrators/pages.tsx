import type { AgencyId } from '#core/access/generated/tables.ts'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { ErrorSummary, FormPage, OwnForm } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Link, Narrow, Para, Subheading, Tag } from '#platform/ui/page-parts.tsx'
import { agencyKindWords, type AgencyKind } from '#vocabulary/agencies.ts'
import type { FirstAdministrator } from './queries.ts'

interface Shown {
  readonly form: FormState
  readonly agency: {
    readonly id: AgencyId
    readonly name: string
    readonly kind: AgencyKind
    readonly sensitive: boolean
    readonly closedAt: Date | null
  }
  readonly inCare: boolean
  readonly administrators: readonly FirstAdministrator[]
  readonly hosts: boolean
  readonly agrees: boolean
}

export const AgencyPage = (p: Shown): Html => (
  <Narrow>
    <ErrorSummary form={p.form} />
    <Heading>{p.agency.name}</Heading>
    <Facts
      rows={[
        { key: 'Kind', value: agencyKindWords[p.agency.kind] },
        { key: 'Others are told that it knows a child', value: p.agency.sensitive ? 'No' : 'Yes' },
        { key: 'State', value: p.agency.closedAt ? 'Closed' : 'Open' },
      ]}
    />
    {p.hosts ? <Deeds id={p.agency.id} closed={p.agency.closedAt !== null} /> : null}
    {p.agency.closedAt ? null : <People {...p} />}
  </Narrow>
)

const People = (p: Shown): Html => (
  <>
    <Subheading>First administrators</Subheading>
    {p.inCare ? (
      <>
        <Inset>
          Your agency names them until two have set up their accounts. Two, because every role needs a second
          person to agree.
        </Inset>
        {p.administrators.length === 0 ? <Para>There are none yet.</Para> : null}
        {p.administrators.map(one => (
          <Administrator form={p.form} agencyId={p.agency.id} one={one} hosts={p.hosts} agrees={p.agrees} />
        ))}
        {p.hosts ? (
          <Para>
            <Link href={`/administration/agencies/${p.agency.id}/administrators/new`}>
              Name an administrator
            </Link>
          </Para>
        ) : null}
      </>
    ) : (
      <Para>The agency’s own administrators see to its people and roles.</Para>
    )}
  </>
)

const Deeds = (p: { id: AgencyId; closed: boolean }): Html => (
  <ul class="govuk-list">
    <li>
      <Link href={`/administration/agencies/${p.id}/change`}>Change name or kind</Link>
    </li>
    <li>
      {p.closed ? (
        <Link href={`/administration/agencies/${p.id}/reopen`}>Open this agency again</Link>
      ) : (
        <Link href={`/administration/agencies/${p.id}/close`}>Close this agency</Link>
      )}
    </li>
  </ul>
)

const Administrator = (p: {
  form: FormState
  agencyId: AgencyId
  one: FirstAdministrator
  hosts: boolean
  agrees: boolean
}): Html => (
  <section class="sl-panel">
    <Para>
      {p.one.name}, {p.one.email}{' '}
      {p.one.counts ? null : <Tag text="Waits for a second person" colour="yellow" />}
    </Para>
    {p.one.counts ? (
      p.hosts ? (
        <Para>
          <Link href={`/administration/agencies/${p.agencyId}/administrators/${p.one.userId}/set-up-code`}>
            Make a set-up code for {p.one.name}
          </Link>
        </Para>
      ) : null
    ) : (
      <OwnForm form={p.form}>
        <input type="hidden" name="grant" value={p.one.grantId} />
        <div class="govuk-button-group">
          {p.agrees && !p.one.askedByMe ? (
            <button type="submit" class="govuk-button" name="answer" value="agree">
              Agree to {p.one.name}
            </button>
          ) : null}
          <button type="submit" class="govuk-button govuk-button--secondary" name="answer" value="end">
            Withdraw {p.one.name}
          </button>
        </div>
      </OwnForm>
    )}
  </section>
)

export const NameAdministratorPage = (p: { form: FormState; agency: string }): Html => (
  <FormPage
    form={p.form}
    submit="Name this administrator"
    head={
      <>
        <Heading>Name an administrator of {p.agency}</Heading>
        <Inset>
          They count once someone else of your agency has agreed. They run accounts and teams there and see no
          child’s record.
        </Inset>
      </>
    }
  >
    <TextField form={p.form} name="name" label="Name" />
    <TextField form={p.form} name="email" label="Work email address" inputmode="email" />
    <TextField form={p.form} name="job-title" label="Job title" />
  </FormPage>
)

export const FirstCodePage = (p: { form: FormState; name: string }): Html => (
  <FormPage form={p.form} submit="Make the code" head={<Heading>Make a set-up code for {p.name}</Heading>}>
    <Para>
      It is shown once, on the next page. Give it to them by hand or by telephone. They use it within seven
      days at /set-up. It is made only for an account that nobody has set up yet.
    </Para>
  </FormPage>
)
