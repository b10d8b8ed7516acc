import type { UserAccountId } from '#core/access/generated/tables.ts'
import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { ErrorSummary, FormPage, OwnForm } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import {
  Facts,
  Heading,
  Inset,
  Link,
  Narrow,
  Para,
  Subheading,
  Table,
  Tag,
} from '#platform/ui/page-parts.tsx'
import { CATEGORIES, categoryWords } from '#vocabulary/categories.ts'
import type { accountById, accountsOf, grantsOf, rolesAsData } from './queries.ts'

type Rows<F extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>
type Grants = Rows<typeof grantsOf>

export const PeoplePage = (p: {
  accounts: Rows<typeof accountsOf>
  grants: Grants
  administers: boolean
  /** Other things that this viewer may run. */
  links: readonly { href: string; text: string }[]
}): Html => (
  <>
    <Heading>People and roles of your agency</Heading>
    {p.administers ? (
      <Para>
        <Link href="/administration/people/new">Add a person</Link>
      </Para>
    ) : null}
    <LinkList links={p.links} />
    <Table
      caption="People"
      columns={[
        { title: 'Name', cell: row => <Link href={`/administration/people/${row.id}`}>{row.name}</Link> },
        { title: 'Job', cell: row => row.jobTitle },
        {
          title: 'Roles',
          cell: row =>
            row.endedAt ? (
              <Tag text="Ended" colour="grey" />
            ) : (
              <RoleList grants={p.grants.filter(grant => grant.userId === row.id)} />
            ),
        },
      ]}
      rows={p.accounts}
    />
  </>
)

const LinkList = (p: { links: readonly { href: string; text: string }[] }): Html => (
  <ul class="govuk-list">
    {p.links.map(link => (
      <li>
        <Link href={link.href}>{link.text}</Link>
      </li>
    ))}
  </ul>
)

const RoleList = (p: { grants: Grants }): Html => (
  <>
    {p.grants.length === 0 ? 'None' : null}
    {p.grants.map(grant => (
      <p class="govuk-!-margin-0">
        {grant.title} {counts(grant) ? null : <Tag text="Waits for a second person" colour="yellow" />}
      </p>
    ))}
  </>
)

const counts = (grant: Grants[number]): boolean => grant.agreedBy !== null || grant.askedBy === null

export const PersonRolesPage = (p: {
  form: FormState
  account: NonNullable<Rows<typeof accountById>>
  grants: Grants
  viewer: UserAccountId
  administers: boolean
  agrees: boolean
}): Html => (
  <Narrow>
    <ErrorSummary form={p.form} />
    <Heading caption={p.account.jobTitle}>{p.account.name}</Heading>
    <Facts
      rows={[
        { key: 'Email', value: p.account.email },
        { key: 'Account', value: p.account.endedAt ? 'Ended' : 'Open' },
      ]}
    />
    <Subheading>Roles</Subheading>
    {p.grants.length === 0 ? <Para>None. Without a role nothing can be seen.</Para> : null}
    {p.grants.map(grant => (
      <section class="sl-panel">
        <Para>
          {grant.title} {counts(grant) ? null : <Tag text="Waits for a second person" colour="yellow" />}
        </Para>
        <OwnForm form={p.form}>
          <input type="hidden" name="grant" value={grant.id} />
          <div class="govuk-button-group">
            {p.agrees && !counts(grant) ? (
              <button type="submit" class="govuk-button" name="answer" value="agree">
                Agree to {grant.title.toLowerCase()}
              </button>
            ) : null}
            <button type="submit" class="govuk-button govuk-button--secondary" name="answer" value="end">
              End {grant.title.toLowerCase()}
            </button>
          </div>
        </OwnForm>
      </section>
    ))}
    {p.administers && !p.account.endedAt ? (
      <>
        <Para>
          <Link href={`/administration/people/${p.account.id}/role`}>Ask for a role for them</Link>
        </Para>
        {p.account.kind === 'person' ? (
          <Para>
            <Link href={`/administration/people/${p.account.id}/set-up-code`}>Make a set-up code</Link>
          </Para>
        ) : null}
        <Para>
          <Link href={`/administration/people/${p.account.id}/end`}>End this account</Link>
        </Para>
      </>
    ) : null}
  </Narrow>
)

export const NewAccountPage = (p: { form: FormState }): Html => (
  <FormPage form={p.form} submit="Add this person" head={<Heading>Add a person to your agency</Heading>}>
    <TextField form={p.form} name="name" label="Name" />
    <TextField form={p.form} name="email" label="Work email address" inputmode="email" />
    <TextField form={p.form} name="job-title" label="Job title" />
  </FormPage>
)

export const AskRolePage = (p: { form: FormState; name: string; roles: Rows<typeof rolesAsData> }): Html => (
  <FormPage
    form={p.form}
    submit="Ask for this role"
    head={
      <>
        <Heading>Ask for a role for {p.name}</Heading>
        <Inset>It counts once someone else of your agency has agreed.</Inset>
      </>
    }
  >
    <Radios
      form={p.form}
      name="role"
      label="Role"
      choices={p.roles.map(role => ({ value: role.code, text: role.title, hint: role.says }))}
    />
  </FormPage>
)

export const SetUpCodePage = (p: { form: FormState; name: string }): Html => (
  <FormPage form={p.form} submit="Make the code" head={<Heading>Make a set-up code for {p.name}</Heading>}>
    <Para>
      It is shown once, on the next page. Give it to them by hand or by telephone. They use it within seven
      days at /set-up. Any password and second factor that they have now end.
    </Para>
    <Para>
      Roles that they have stop counting and are asked for again: someone else of your agency agrees to each,
      after making sure that it is {p.name} who has the account.
    </Para>
  </FormPage>
)

export const EndPage = (p: { form: FormState; name: string }): Html => (
  <FormPage
    form={p.form}
    submit="End the account"
    warn
    head={<Heading>End the account of {p.name}?</Heading>}
  >
    <Para>They are signed out, and their roles count no more. What they did stays in the ledger.</Para>
  </FormPage>
)

export const RolesPage = (p: { roles: Rows<typeof rolesAsData> }): Html => (
  <>
    <Heading>What each role covers</Heading>
    <Para>
      A role opens the records of one’s own agency in these categories, and what other agencies have granted
      in them.
    </Para>
    {p.roles.map(role => (
      <section class="sl-panel">
        <Subheading>{role.title}</Subheading>
        <Para>{role.says}</Para>
        <Facts
          rows={CATEGORIES.flatMap(category => {
            const covered = role.categories.find(one => one.category === category)
            return covered
              ? [{ key: categoryWords[category], value: covered.mayWrite ? 'Reads and writes' : 'Reads' }]
              : []
          })}
        />
        {role.categories.length === 0 ? <Para>No child’s record.</Para> : null}
      </section>
    ))}
  </>
)
