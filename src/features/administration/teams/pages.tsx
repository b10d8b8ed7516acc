import type { TeamId } from '#core/access/generated/tables.ts'
import { SelectField } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { ErrorSummary, FormPage, OwnForm } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Link, Narrow, Para, Subheading, Table, Warning } from '#platform/ui/page-parts.tsx'
import type { colleaguesOutside, membersOf, teamsOf } from './queries.ts'

type Rows<F extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>

export const TeamsPage = (p: { teams: Rows<typeof teamsOf> }): Html => (
  <>
    <Heading>Teams of your agency</Heading>
    <Para>
      <Link href="/administration/teams/new">Add a team</Link>
    </Para>
    {p.teams.length === 0 ? (
      <Para>There are none yet.</Para>
    ) : (
      <Table
        caption="Teams"
        columns={[
          { title: 'Team', cell: team => <Link href={`/administration/teams/${team.id}`}>{team.name}</Link> },
          { title: 'Members', cell: team => String(team.members), numeric: true },
        ]}
        rows={p.teams}
      />
    )}
  </>
)

export const TeamNamePage = (p: { form: FormState; name: string | null }): Html => (
  <FormPage
    form={p.form}
    submit={p.name === null ? 'Add this team' : 'Save'}
    head={<Heading>{p.name === null ? 'Add a team to your agency' : `Rename ${p.name}`}</Heading>}
  >
    <TextField form={p.form} name="name" label="Name of the team" />
  </FormPage>
)

export const TeamPage = (p: {
  form: FormState
  team: { id: TeamId; name: string }
  members: Rows<typeof membersOf>
  outside: Rows<typeof colleaguesOutside>
  receives: readonly { name: string }[]
  someoneDecides: boolean
}): Html => {
  const fields = (
    <SelectField
      form={p.form}
      name="member"
      label="Colleague"
      empty="Choose a colleague"
      choices={p.outside.map(one => ({ value: one.id, text: `${one.name}, ${one.jobTitle}` }))}
    />
  )
  return (
    <Narrow>
      <ErrorSummary form={p.form} fields={fields} />
      <Heading>{p.team.name}</Heading>
      {p.receives.length > 0 ? (
        <Para>Receives concerns about children in {p.receives.map(area => area.name).join(', ')}.</Para>
      ) : null}
      {p.receives.length > 0 && !p.someoneDecides ? (
        <Warning text="Nobody in this team may decide on concerns. Put a duty worker or supervisor in it now." />
      ) : null}
      <Para>
        <Link href={`/administration/teams/${p.team.id}/name`}>Rename this team</Link>
      </Para>
      <Subheading>Members</Subheading>
      {p.members.length === 0 ? <Para>There are none yet.</Para> : null}
      {p.members.map(member => (
        <OwnForm form={p.form}>
          <input type="hidden" name="member" value={member.id} />
          <p class="govuk-body">
            {member.name}, {member.jobTitle}
            {member.endedAt ? ' (account ended)' : ''}
            <br />
            <button
              type="submit"
              class="govuk-button govuk-button--secondary govuk-!-margin-bottom-1"
              name="answer"
              value="remove"
            >
              Take {member.name} out
            </button>
          </p>
        </OwnForm>
      ))}
      <Subheading>Put someone in</Subheading>
      <Para>They see what other agencies open to this team, as far as their role covers it.</Para>
      <OwnForm form={p.form}>
        {fields}
        <button type="submit" class="govuk-button" name="answer" value="add">
          Put them in this team
        </button>
      </OwnForm>
    </Narrow>
  )
}
