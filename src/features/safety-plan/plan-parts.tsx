import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import type { Panel } from '#core/manifest/feature.ts'
import { contactHeadOf, nameOf, personToKnow, type Person } from '#features/people/public.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Details, Facts, Heading, Link, Name, Para, Warning, Words } from '#platform/ui/page-parts.tsx'
import { absenceWords, isAbsence } from '#vocabulary/absence.ts'
import { sayDay, sayMoment } from '#vocabulary/dates/words.ts'
import { plansOf, type PlanRow } from './queries.ts'
import { PARTS, type PartName } from './questions.ts'
import { words } from './words.ts'

/** The plan that stands, on the child's page. */
export const panel: Panel = {
  title: 'Safety plan',
  show: async (act: Act, personId: PersonRecordId) => {
    const own = (await personToKnow(act, personId)).ownerAgency === act.viewer.agencyId
    const [newest, ...before] = await plansOf(act.tx, personId)
    return PlanPart({ here: `/people/${personId}/safety-plan`, newest, before, own })
  },
}

const PlanPart = (p: {
  here: string
  newest: PlanRow | undefined
  before: readonly PlanRow[]
  own: boolean
}): Html => {
  const stands = p.newest && !p.newest.endedAt ? p.newest : undefined
  const former = p.newest && !stands ? [p.newest, ...p.before] : p.before
  return (
    <>
      {stands ? <Facts rows={factsOf(stands)} /> : <Para>{p.own ? words.none : words.noneYouCanSee}</Para>}
      {stands || p.own ? <PlanLinks here={p.here} stands={stands !== undefined} own={p.own} /> : null}
      {former.length > 0 ? (
        <Details summary="Plans before">
          {former.map(plan => (
            <Facts rows={factsOf(plan)} />
          ))}
        </Details>
      ) : null}
    </>
  )
}

const PlanLinks = (p: { here: string; stands: boolean; own: boolean }): Html => (
  <ul class="govuk-list">
    {p.stands ? (
      <li>
        <Link href={`${p.here}/print`}>Open the plan to print it</Link>
      </li>
    ) : null}
    {p.own ? (
      <li>
        <Link href={p.here}>{p.stands ? 'Review the plan, or write it anew' : 'Write a safety plan'}</Link>
      </li>
    ) : null}
    {p.own && p.stands ? (
      <li>
        <Link href={`${p.here}/end`}>End the plan</Link>
      </li>
    ) : null}
  </ul>
)

const said = (plan: PlanRow, name: PartName): string => {
  const why = plan[`${name}Absence`]
  return plan[name] ?? (why !== null && isAbsence(why) ? absenceWords[why] : '')
}

const factsOf = (plan: PlanRow) => [
  { key: 'Who to ring tonight', value: <Words>{plan.ringTonight}</Words> },
  ...PARTS.map(part => ({ key: part.label, value: <Words>{said(plan, part.name)}</Words> })),
  { key: 'Review by', value: sayDay(plan.reviewOn) },
  { key: 'Written by', value: `${plan.writtenByName}, ${sayMoment(plan.writtenAt)}` },
  ...(plan.endedAt
    ? [
        { key: 'Ended by', value: `${plan.endedByName ?? ''}, ${sayMoment(plan.endedAt)}` },
        { key: 'Why', value: <Words>{plan.endedWhy ?? ''}</Words> },
      ]
    : []),
]

/** One page of paper, for those who hold it. On the screen it says first who must not see it; the paper names none of them. */
export const PrintPage = (p: { person: Person; plan: PlanRow; notToBeTold: readonly string[] }): Html => (
  <>
    <div class="sl-no-print">
      <Warning text={words.mayBeSeen} />
      {p.notToBeTold.map(who => (
        <Para>
          <strong>
            <Name>{words.notToHaveIt(who)}</Name>
          </strong>
        </Para>
      ))}
      <Para>{words.howToPrint}</Para>
    </div>
    <section class="sl-one-page">
      <Heading>
        Plan for <Name>{nameOf(p.person)}</Name>
      </Heading>
      <p class="govuk-body">
        <strong>{words.onPaper}</strong>
      </p>
      <dl class="sl-plan">
        {paperOf(p.plan).map(row => (
          <div>
            <dt>{row.label}</dt>
            <dd class="sl-words" dir="auto">
              {row.says}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  </>
)

const paperOf = (plan: PlanRow) => [
  { label: 'Who to ring tonight', says: `In danger: 999\n${plan.ringTonight}` },
  ...PARTS.map(part => ({ label: part.label, says: said(plan, part.name) })),
  {
    label: 'Until when',
    says: `Written ${sayMoment(plan.writtenAt)} by ${plan.writtenByName}. Ask for a new one after ${sayDay(plan.reviewOn)}.`,
  },
]

/** Whom the record says must not be told, for the screen before it is printed. */
export const whoMustNotSee = async (act: Act, person: Person): Promise<string[]> => {
  const { contact, notToBeTold } = await contactHeadOf(act, person)
  return [...notToBeTold, ...(contact?.notToBeTold ? [contact.notToBeTold] : [])]
}
