import type { ConcernChildId, ConcernId, PersonRecordId, SubjectId } from '#core/access/generated/tables.ts'
import { Checkboxes, Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage, OwnForm } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import {
  Danger,
  Facts,
  Heading,
  Inset,
  Link,
  Name,
  Narrow,
  Para,
  Subheading,
  Tag,
  Words,
} from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'

export interface Said {
  readonly label: string
  readonly said: string
}

export interface ChildView {
  readonly id: ConcernChildId
  readonly called: string
  readonly answers: readonly Said[]
  readonly personRecordId: SubjectId | null
  readonly decision: {
    readonly outcomes: string
    readonly reasons: string
    readonly by: string
    readonly at: Date
    readonly state: 'awaiting-agreement' | 'sent-back' | 'made'
    readonly agreedBy: string | null
    readonly note: string | null
  } | null
}

export interface ConcernView {
  readonly id: ConcernId
  readonly reference: string
  readonly dangerNow: boolean
  readonly spokenTo: string | null
  readonly reachedNobody: boolean
  readonly sentBy: string
  readonly sentAt: Date
  readonly dueAt: Date | null
  readonly taken: { readonly by: string; readonly at: Date } | null
  readonly answers: readonly Said[]
  readonly children: readonly ChildView[]
  readonly why: readonly string[]
}

export const ConcernPage = (p: { concern: ConcernView; mayDecide: boolean; maySupervise: boolean }): Html => {
  const { concern } = p
  return (
    <Narrow>
      <Heading caption={concern.reference}>
        Concern about{' '}
        {concern.children.map((child, index) => (
          <>
            {index > 0 ? ' and ' : ''}
            <Name>{child.called}</Name>
          </>
        ))}
      </Heading>
      {concern.dangerNow ? (
        <Danger>
          <Para>
            <strong>A child is said to be in danger now.</strong>{' '}
            {concern.reachedNobody
              ? 'The person who sent this could not reach anyone.'
              : `Spoken to: ${concern.spokenTo ?? ''}`}
          </Para>
        </Danger>
      ) : null}
      <Facts
        rows={[
          { key: 'Raised by', value: concern.sentBy },
          { key: 'Sent', value: sayMoment(concern.sentAt) },
          { key: 'Decide by', value: concern.dueAt ? sayMoment(concern.dueAt) : 'Decided' },
          {
            key: 'With',
            value: concern.taken ? `${concern.taken.by}, since ${sayMoment(concern.taken.at)}` : 'Nobody yet',
          },
        ]}
      />
      {!concern.taken && p.mayDecide ? (
        <p class="govuk-body">
          <a
            href={`/concerns/${concern.id}/take`}
            role="button"
            draggable="false"
            class="govuk-button"
            data-module="govuk-button"
          >
            Take this concern
          </a>
        </p>
      ) : null}
      <Subheading>What was said</Subheading>
      <Facts
        rows={concern.answers.map(one => ({
          key: one.label,
          value: (
            <span class="sl-words" dir="auto">
              {one.said}
            </span>
          ),
        }))}
      />
      {concern.children.map(child => (
        <ChildPart
          concernId={concern.id}
          child={child}
          mayDecide={p.mayDecide}
          maySupervise={p.maySupervise}
        />
      ))}
      <Subheading>Why you can see this</Subheading>
      <ul class="govuk-list govuk-list--bullet">
        {concern.why.map(reason => (
          <li>{reason}</li>
        ))}
      </ul>
    </Narrow>
  )
}

const ChildPart = (p: {
  concernId: ConcernId
  child: ChildView
  mayDecide: boolean
  maySupervise: boolean
}): Html => {
  const base = `/concerns/${p.concernId}/children/${p.child.id}`
  const { decision } = p.child
  return (
    <section class="sl-panel">
      <Subheading>
        <Name>{p.child.called}</Name>
      </Subheading>
      <Facts rows={p.child.answers.map(one => ({ key: one.label, value: one.said }))} />
      {p.child.personRecordId ? (
        <Para>
          <Link href={`/people/${p.child.personRecordId}`}>Open this child’s page</Link>
        </Para>
      ) : p.mayDecide ? (
        <Para>
          <Link href={`${base}/record`}>Find or make this child’s record</Link>
        </Para>
      ) : null}
      {decision ? (
        <>
          <Facts
            rows={[
              {
                key: 'Decision',
                value: (
                  <>
                    {decision.outcomes} {stateTag(decision.state)}
                  </>
                ),
              },
              { key: 'Reasons', value: <Words>{decision.reasons}</Words> },
              { key: 'Decided by', value: `${decision.by}, ${sayMoment(decision.at)}` },
              ...(decision.agreedBy
                ? [
                    {
                      key: decision.state === 'sent-back' ? 'Sent back by' : 'Agreed by',
                      value: `${decision.agreedBy}${decision.note ? `: ${decision.note}` : ''}`,
                    },
                  ]
                : []),
            ]}
          />
          {decision.state === 'awaiting-agreement' && p.maySupervise ? (
            <Para>
              <Link href={`${base}/agree`}>Agree to this or send it back</Link>
            </Para>
          ) : null}
        </>
      ) : null}
      {p.mayDecide && (!decision || decision.state === 'sent-back') ? (
        <Para>
          <Link href={`${base}/decide`}>Decide what happens next for this child</Link>
        </Para>
      ) : null}
    </section>
  )
}

const stateTag = (state: 'awaiting-agreement' | 'sent-back' | 'made'): Html | null =>
  state === 'awaiting-agreement' ? (
    <Tag text="Waiting for a supervisor" colour="yellow" />
  ) : state === 'sent-back' ? (
    <Tag text="Sent back" colour="orange" />
  ) : null

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
