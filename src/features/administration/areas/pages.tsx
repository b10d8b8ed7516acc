import { SelectField } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { NationField } from '../nation-field.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Inset, Para, Subheading, Warning } from '#platform/ui/page-parts.tsx'
import type { nationsAll, teamsOfPartnership } from './queries.ts'
import { WEEKDAYS } from './schemas.ts'

type Rows<F extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>

/** For an area that is made and one that is changed. */
export const AreaPage = (p: {
  form: FormState
  partnership: string
  /** Null while it is being made. */
  name: string | null
  nations: Rows<typeof nationsAll>
  teams: Rows<typeof teamsOfPartnership>
}): Html => (
  <FormPage
    form={p.form}
    submit={p.name === null ? 'Add this area' : 'Save'}
    head={
      <>
        <Heading caption={p.partnership}>{p.name === null ? 'Add an area' : `Change ${p.name}`}</Heading>
        {p.name === null ? null : (
          <Warning text="Concerns sent from now on go to the team chosen here. Those sent before stay where they are." />
        )}
      </>
    }
  >
    <TextField form={p.form} name="name" label="Name of the area" hint="As people who work there call it" />
    <NationField
      form={p.form}
      nations={p.nations}
      hint="Its rules say what can be decided on a concern, and by when"
    />
    <SelectField
      form={p.form}
      name="team"
      label="Who receives concerns"
      hint="A team of an agency of this partnership. Someone in it must be able to decide on concerns"
      empty="Choose a team"
      choices={p.teams.map(team => ({ value: team.id, text: `${team.agencyName}: ${team.name}` }))}
    />
    <SelectField
      form={p.form}
      name="night"
      label="Who has what is urgent out of hours"
      hint="The emergency duty team, if it is a team of the same agency that uses this service. Otherwise it is rung"
      empty="None: the out-of-hours number is rung"
      choices={p.teams.map(team => ({ value: team.id, text: `${team.agencyName}: ${team.name}` }))}
    />
  </FormPage>
)

export const NumbersPage = (p: { form: FormState; name: string; team: string }): Html => (
  <FormPage
    form={p.form}
    submit="Save"
    head={
      <>
        <Heading caption={p.team}>Whom to ring in {p.name}</Heading>
        <Inset>These numbers are shown to everyone who records a concern with danger now.</Inset>
      </>
    }
  >
    <TextField form={p.form} name="day-phone" label="Duty team by day" width="short" inputmode="tel" />
    <TextField form={p.form} name="out-of-hours-phone" label="Out of hours" width="short" inputmode="tel" />
    <Subheading>Hours of the duty team</Subheading>
    <Para>Leave a day empty when it is closed. Bank holidays are out of hours.</Para>
    {WEEKDAYS.map((day, n) => (
      <fieldset class="govuk-fieldset govuk-!-margin-bottom-4">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{day}</legend>
        <TextField
          form={p.form}
          name={`opens-${n + 1}`}
          label={`Opens on ${day}`}
          hint="For example, 08:30"
          width="short"
        />
        <TextField form={p.form} name={`closes-${n + 1}`} label={`Closes on ${day}`} width="short" />
      </fieldset>
    ))}
  </FormPage>
)
