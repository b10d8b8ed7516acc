import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { Checkboxes, Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage, OwnForm } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Name, Narrow, Para, Subheading, Words } from '#platform/ui/page-parts.tsx'
import { words } from '../words.ts'

export const TakePage = (p: { form: FormState; called: string }): Html => (
  <FormPage
    form={p.form}
    submit="Take it"
    head={
      <Heading>
        Take the concern about <Name>{p.called}</Name>
      </Heading>
    }
  >
    <div id="take">
      <Para>
        You become the person who decides what happens next. The person who raised it will hear that it has
        been picked up.
      </Para>
    </div>
  </FormPage>
)

export const DecidePage = (p: {
  form: FormState
  called: string
  outcomes: readonly { code: string; label: string }[]
  sentBack: string | null
}): Html => (
  <FormPage
    form={p.form}
    submit="Record the decision"
    head={
      <>
        <Heading>
          What happens next for <Name>{p.called}</Name>?
        </Heading>
        {p.sentBack ? <Inset>{p.sentBack}</Inset> : null}
      </>
    }
  >
    <Checkboxes
      form={p.form}
      name="outcomes"
      label="Outcomes"
      hint="Choose all that apply"
      choices={p.outcomes.map(outcome => ({ value: outcome.code, text: outcome.label }))}
    />
    <LongTextField form={p.form} name="reasons" label="Reasons" hint={words.noFurtherAction} most={10_000} />
  </FormPage>
)

export const AgreePage = (p: {
  form: FormState
  called: string
  said: string
  reasons: string
  by: string
}): Html => (
  <FormPage
    form={p.form}
    submit="Record your answer"
    head={
      <>
        <Heading>
          Agree to end this for <Name>{p.called}</Name>?
        </Heading>
        <Para>Signs were noticed when this concern was raised, so ending it needs a second person.</Para>
        <Facts
          rows={[
            { key: 'Decision', value: p.said },
            { key: 'Reasons', value: <Words>{p.reasons}</Words> },
            { key: 'Decided by', value: p.by },
          ]}
        />
      </>
    }
  >
    <Radios
      form={p.form}
      name="agree"
      label="Your answer"
      choices={[
        { value: 'yes', text: 'I agree' },
        { value: 'no', text: 'Send it back to be decided again' },
      ]}
    />
    <LongTextField form={p.form} name="note" label="What you considered" most={2_000} rows={4} />
  </FormPage>
)

export const RecordPage = (p: {
  form: FormState
  called: string
  sealed: boolean
  likely: readonly {
    id: PersonRecordId
    name: string
    born: string
    reasonsFor: readonly string[]
    reasonsAgainst: readonly string[]
  }[]
}): Html => (
  <Narrow>
    <Heading>
      Which record is <Name>{p.called}</Name>?
    </Heading>
    {p.form.errors[''] ? <Inset>{p.form.errors['']}</Inset> : null}
    {p.likely.length === 0 ? <Inset>{words.noRecordYouCanSee}</Inset> : null}
    {p.sealed ? <Inset>{words.sealedRecord}</Inset> : null}
    {p.likely.map(one => (
      <section class="sl-panel">
        <Subheading>
          <Name>{one.name}</Name>
        </Subheading>
        <Para>Born {one.born}</Para>
        <Facts
          rows={[
            { key: 'Reasons for', value: one.reasonsFor.join('; ') || 'None' },
            { key: 'Reasons against', value: one.reasonsAgainst.join('; ') || 'None' },
          ]}
        />
        <OwnForm form={p.form}>
          <input type="hidden" name="record" value={one.id} />
          <button type="submit" class="govuk-button govuk-button--secondary">
            This is the same child
          </button>
        </OwnForm>
      </section>
    ))}
    <OwnForm form={p.form}>
      <input type="hidden" name="record" value="new" />
      <button type="submit" class="govuk-button">
        {p.likely.length > 0 ? 'None of these: make a new record' : 'Make a new record'}
      </button>
    </OwnForm>
  </Narrow>
)
