import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Link, Narrow, Para, Subheading, Words } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'
import type { AnswerGiven, Outcome, Reached } from './standing.ts'

const aboutWords = {
  decision: 'What was decided',
  'no-decision': 'That nothing is decided yet',
  handling: 'How it is handled',
} as const

const outcomeWords: Readonly<Record<Outcome, string>> = {
  agreed: 'Agreed with whoever raised it',
  'looked-at-again': 'What was decided is looked at again',
  'goes-up': 'Not agreed: it goes up to the next step',
  stands: 'Not agreed: what was decided stays, and this is the last step',
}

interface AnswerView extends AnswerGiven {
  readonly says: string
  readonly answeredByName: string
}

export interface DisagreementView {
  readonly id: string
  readonly reference: string
  readonly agencyName: string
  readonly about: keyof typeof aboutWords
  readonly says: string
  readonly raisedByName: string
  readonly raisedAt: Date
  readonly reached: readonly Reached<AnswerView>[]
  readonly open: Reached<AnswerView> | null
}

export const DisagreePage = (p: {
  form: FormState
  reference: string
  not: string | null
  steps: readonly { who: string; workingDays: number }[]
  /** Whether there is a decision to disagree with. */
  decided: boolean
}): Html => {
  const head = <Heading caption={p.reference}>I disagree with this</Heading>
  if (p.not)
    return (
      <Narrow>
        {head}
        <Inset>{p.not}</Inset>
      </Narrow>
    )
  return (
    <FormPage
      form={p.form}
      submit="Say that you disagree"
      head={
        <>
          {head}
          <Para>{words.disagreeing}</Para>
          <Para>It goes up in these steps, each by itself when it is not answered in time:</Para>
          <ol class="govuk-list govuk-list--number">
            {p.steps.map(step => (
              <li>
                {step.who}, {sayDays(step.workingDays)}
              </li>
            ))}
          </ol>
        </>
      }
    >
      <Radios
        form={p.form}
        name="about"
        label="What do you disagree with?"
        choices={Object.entries(aboutWords)
          .filter(([value]) => value !== (p.decided ? 'no-decision' : 'decision'))
          .map(([value, text]) => ({ value, text }))}
      />
      <LongTextField
        form={p.form}
        name="says"
        label="Why, and what should happen for the child"
        hint={words.disagreementIsRead}
        most={5_000}
      />
    </FormPage>
  )
}

const sayDays = (days: number): string =>
  days === 0 ? 'by the end of the day' : days === 1 ? 'one working day' : `${days} working days`

export const AnswerPage = (p: {
  form: FormState
  disagreement: DisagreementView
  mayAnswer: boolean
  lookAgain: boolean
}): Html => {
  const { disagreement, form } = p
  const { open } = disagreement
  const head = (
    <>
      <Heading caption={disagreement.reference}>A disagreement</Heading>
      <DisagreementFacts one={disagreement} />
    </>
  )
  if (!open || !p.mayAnswer)
    return (
      <Narrow>
        {head}
        {open ? <Inset>{words.supervisorAnswers}</Inset> : null}
      </Narrow>
    )
  const outcomes: Outcome[] = ['agreed', ...(p.lookAgain ? (['looked-at-again'] as const) : [])]
  return (
    <FormPage
      form={form}
      submit="Record the answer"
      head={
        <>
          {head}
          <Para>{words.answering}</Para>
        </>
      }
    >
      <Radios
        form={form}
        name="outcome"
        label={`What is the answer of this step: ${open.who}?`}
        choices={[...outcomes, open.last ? ('stands' as const) : ('goes-up' as const)].map(value => ({
          value,
          text: outcomeWords[value],
        }))}
      />
      <LongTextField
        form={form}
        name="says"
        label="What was said, by whom and with whom"
        hint={words.answerIsRead}
        most={5_000}
      />
    </FormPage>
  )
}

const DisagreementFacts = (p: { one: DisagreementView }): Html => (
  <Facts
    rows={[
      {
        key: 'Raised by',
        value: `${p.one.raisedByName}, ${p.one.agencyName}, ${sayMoment(p.one.raisedAt)}`,
      },
      { key: 'Disagrees with', value: aboutWords[p.one.about] },
      { key: 'Why', value: <Words>{p.one.says}</Words> },
      ...p.one.reached.map(step => ({
        key: `Step ${step.position}: ${step.who}`,
        value: <span class="sl-words">{sayStep(step)}</span>,
      })),
    ]}
  />
)

const sayStep = (step: Reached<AnswerView>): string => {
  if (step.answer)
    return `${outcomeWords[step.answer.outcome]}. ${step.answer.answeredByName}, ${sayMoment(step.answer.answeredAt)}: ${step.answer.says}`
  return step.state === 'ran-out'
    ? `Not answered by ${sayMoment(step.dueAt)}: it went up`
    : `To be answered by ${sayMoment(step.dueAt)}`
}

/** On the page of whoever raised the concern: where each stands. */
export const DisagreementsOfSender = (p: { disagreements: readonly DisagreementView[] }): Html => (
  <>
    {p.disagreements.map(one => (
      <>
        <Subheading>{one.open ? 'You disagree: where it stands' : 'You disagreed: how it ended'}</Subheading>
        <DisagreementFacts one={one} />
      </>
    ))}
  </>
)

/** On the concern's page, for those who decide. */
export const DisagreementsPart = (p: { disagreements: readonly DisagreementView[] }): Html =>
  p.disagreements.length === 0 ? (
    <></>
  ) : (
    <>
      <Subheading>Disagreements</Subheading>
      <Facts
        rows={p.disagreements.map(one => ({
          key: sayMoment(one.raisedAt),
          value: (
            <>
              <Link href={`/concerns/disagreements/${one.id}`}>
                {one.raisedByName}, {one.agencyName}: {aboutWords[one.about].toLowerCase()}
              </Link>{' '}
              {one.open ? `${one.open.who}, by ${sayMoment(one.open.dueAt)}` : 'Ended'}
            </>
          ),
        }))}
      />
    </>
  )
