import type { ConcernChildId, ConcernId, SubjectId } from '#core/access/generated/tables.ts'
import type { FromConcern } from '#core/manifest/feature.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import {
  ButtonLink,
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
import { AddedPart, type AddedView } from '../add/pages.tsx'
import { CrimePart, type CrimeView } from '../crime/pages.tsx'
import { DisagreementsPart, type DisagreementView } from '../disagree/pages.tsx'
import { HandsPart, type HandOverView } from '../hand-over/pages.tsx'
import { PartingsPart, type PartingView } from '../part/pages.tsx'
import { PassingsPart, type PassingView } from '../pass-on/pages.tsx'
import { ShiftsPart, type ShiftView } from '../shift/pages.tsx'
import { SplitsPart, type SplitView } from '../split/pages.tsx'
import { OversightPart, type OversightView } from '../oversight/pages.tsx'
import { FurtherPart, type FurtherView } from '../referrers/further-part.tsx'
import { SealedPart, type SealedView } from '../sealed/pages.tsx'
import { words } from '../words.ts'

export interface Said {
  readonly label: string
  readonly said: string
  /** It would tell the family who raised it: it stands on the screen and on no paper. */
  readonly tells?: boolean
}

export interface ChildView {
  readonly id: ConcernChildId
  readonly called: string
  readonly answers: readonly Said[]
  readonly personRecordId: SubjectId | null
  /** With someone of its own. */
  readonly part: { readonly with: string; readonly dueAt: Date } | null
  readonly partings: readonly PartingView[]
  readonly addedTo: (AddedView & { readonly opens: boolean }) | null
  readonly added: readonly (AddedView & { readonly danger: boolean })[]
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

/** The adults around the children, or the other people who are part of it. */
export interface OthersView {
  readonly title: string
  /** The adults around the children, whom someone may come to ring. */
  readonly around: boolean
  readonly people: readonly {
    readonly called: string
    readonly mustNotBeTold: boolean
    readonly answers: readonly Said[]
    /** A child who may have caused harm. */
    readonly mayHaveHarmed: boolean
  }[]
}

export interface ConcernView {
  readonly id: ConcernId
  readonly reference: string
  readonly dangerNow: boolean
  readonly spokenTo: string | null
  readonly reachedNobody: boolean
  readonly sentBy: string
  /** What whoever sent it without an account said later. */
  readonly further: readonly FurtherView[]
  readonly furtherDue: Date | null
  /** The sender's name has to be kept from the family. */
  readonly keepName: boolean
  /** The face of the template that its sender was asked. */
  readonly recordedAs: string | null
  readonly sentAt: Date
  readonly dueAt: Date | null
  readonly taken: { readonly by: string; readonly at: Date } | null
  readonly answers: readonly Said[]
  readonly children: readonly ChildView[]
  readonly groups: readonly OthersView[]
  /** Whether the viewer's agency decides on it. */
  readonly decidedHere: boolean
  readonly crime: CrimeView
  readonly hands: readonly HandOverView[]
  readonly passings: readonly PassingView[]
  readonly splits: readonly SplitView[]
  readonly shifts: readonly ShiftView[]
  readonly disagreements: readonly DisagreementView[]
  readonly oversight: readonly OversightView[]
  readonly sealed: SealedView | null
  readonly why: readonly string[]
}

export const ConcernPage = (p: {
  concern: ConcernView
  mayDecide: boolean
  maySupervise: boolean
  mayHold: boolean
  /** What other features do about a child of it. */
  also: readonly FromConcern[]
}): Html => {
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
          {
            key: 'Raised by',
            value: concern.keepName ? (
              <>
                <span class="sl-no-print">{concern.sentBy}</span>
                <span class="sl-print-only">{words.nameKept}</span>
              </>
            ) : (
              concern.sentBy
            ),
          },
          ...(concern.keepName
            ? [{ key: 'Their name', value: <strong>{words.keepNameFromFamily}</strong> }]
            : []),
          ...(concern.recordedAs ? [{ key: 'Recorded as', value: concern.recordedAs }] : []),
          { key: 'Sent', value: sayMoment(concern.sentAt) },
          { key: 'Decide by', value: concern.dueAt ? sayMoment(concern.dueAt) : 'Decided' },
          {
            key: 'With',
            value: concern.taken ? `${concern.taken.by}, since ${sayMoment(concern.taken.at)}` : 'Nobody yet',
          },
        ]}
      />
      {!concern.taken && p.mayDecide ? (
        <ButtonLink href={`/concerns/${concern.id}/take`} text="Take this concern" />
      ) : null}
      {concern.sealed ? (
        <SealedPart concernId={concern.id} sealed={concern.sealed} mayHold={p.mayHold} />
      ) : null}
      <Subheading>What was said</Subheading>
      <SaidFacts answers={concern.answers} />
      {concern.children.map(child => (
        <ChildPart
          concernId={concern.id}
          child={child}
          apart={!concern.sealed && concern.children.length > 1}
          sealed={concern.sealed !== null}
          mayDecide={p.mayDecide}
          maySupervise={p.maySupervise}
          also={p.also}
        />
      ))}
      {concern.groups.map(group => (
        <OthersPart group={group} />
      ))}
      <FurtherPart concern={concern} mayDecide={p.mayDecide} />
      <OversightPart concernId={concern.id} notes={concern.oversight} mayWrite={p.maySupervise} />
      <DisagreementsPart disagreements={concern.disagreements} />
      <HandsPart hands={concern.hands} />
      <ShiftsPart shifts={concern.shifts} />
      <SplitsPart splits={concern.splits} />
      <PassingsPart passings={concern.passings} />
      {concern.taken && concern.dueAt && p.mayDecide ? (
        <Para>
          <Link href={`/concerns/${concern.id}/hand-over`}>Hand it over, or take it over</Link>
        </Para>
      ) : null}
      {concern.dueAt && p.mayDecide && !concern.sealed ? (
        <Para>
          <Link href={`/concerns/${concern.id}/pass-on`}>Pass it on to another area</Link>
        </Para>
      ) : null}
      {concern.crime.dueAt || concern.crime.said.length > 0 ? (
        <CrimePart concernId={concern.id} crime={concern.crime} mayDecide={p.mayDecide} />
      ) : null}
      {p.mayDecide && !concern.sealed ? (
        <Para>
          <Link href={`/concerns/${concern.id}/copy`}>{words.copyOut}</Link>
        </Para>
      ) : null}
      <Para>
        <Link href={`/concerns/${concern.id}/outside`}>I am too near to this</Link>
      </Para>
      <Subheading>Why you can see this</Subheading>
      <ul class="govuk-list govuk-list--bullet">
        {concern.why.map(reason => (
          <li>{reason}</li>
        ))}
      </ul>
    </Narrow>
  )
}

const OthersPart = (p: { group: OthersView }): Html => (
  <>
    <Subheading>{p.group.title}</Subheading>
    {p.group.around ? <Inset>{words.contactFirst}</Inset> : null}
    {p.group.people.map(person => (
      <>
        <h3 class="govuk-heading-s">
          <Name>{person.called}</Name>{' '}
          {person.mustNotBeTold ? <Tag text={words.mustNotBeTold} colour="red" /> : null}
        </h3>
        {person.mayHaveHarmed ? <Inset>{words.mayHaveCausedHarm}</Inset> : null}
        <SaidFacts answers={person.answers} />
      </>
    ))}
  </>
)

const ChildPart = (p: {
  concernId: ConcernId
  child: ChildView
  /** Whether one child’s part can be someone’s own. */
  apart: boolean
  sealed: boolean
  mayDecide: boolean
  maySupervise: boolean
  also: readonly FromConcern[]
}): Html => {
  const base = `/concerns/${p.concernId}/children/${p.child.id}`
  const { decision } = p.child
  return (
    <section class="sl-panel">
      <Subheading>
        <Name>{p.child.called}</Name>
      </Subheading>
      {p.child.part ? (
        <Facts
          rows={[
            { key: 'This part is with', value: p.child.part.with },
            { key: 'Decide by', value: sayMoment(p.child.part.dueAt) },
          ]}
        />
      ) : null}
      <AddedPart addedTo={p.child.addedTo} added={p.child.added} />
      {p.also.map(one => (
        <ButtonLink href={`${base}/${one.under}`} text={one.text} secondary />
      ))}
      <SaidFacts answers={p.child.answers} />
      {p.child.personRecordId ? (
        <ul class="govuk-list">
          <li>
            <Link href={`/people/${p.child.personRecordId}`}>Open this child’s page</Link>
          </li>
          {p.mayDecide ? (
            <>
              <li>
                <Link href={`${base}/carry`}>What the concern says and the record does not</Link>
              </li>
              <li>
                <Link href={`${base}/part`}>This is the wrong record</Link>
              </li>
            </>
          ) : null}
        </ul>
      ) : p.mayDecide ? (
        <Para>
          <Link href={`${base}/record`}>Find or make this child’s record</Link>
        </Para>
      ) : null}
      {p.mayDecide ? (
        <PartingsPart concernId={p.concernId} childId={p.child.id} partings={p.child.partings} />
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
          {p.sealed ? null : (
            <>
              <br />
              <Link href={`${base}/add`}>Add it to a concern that is already open</Link>
            </>
          )}
          {p.apart ? (
            <>
              <br />
              <Link href={`${base}/give`}>Give this child’s part to someone else</Link>
            </>
          ) : null}
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

const SaidFacts = (p: { answers: readonly Said[] }): Html => (
  <Facts
    rows={p.answers.map(one => ({
      key: one.label,
      value: (
        <>
          <span class={one.tells ? 'sl-words sl-no-print' : 'sl-words'} dir="auto">
            {one.said}
          </span>
          {one.tells ? <span class="sl-print-only">{words.nameKept}</span> : null}
        </>
      ),
    }))}
  />
)
