import type { nightsOf } from '#features/administration/public.ts'
import { Checkboxes } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import {
  Facts,
  Heading,
  Inset,
  Link,
  Name,
  Narrow,
  Para,
  Subheading,
  Table,
  Tag,
  Words,
} from '#platform/ui/page-parts.tsx'
import { sayMoment, sayMomentShort } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'
import type { ToHand, Turn } from './service.ts'

type Nights = Awaited<ReturnType<typeof nightsOf>>

const titles: Readonly<Record<Turn, string>> = {
  night: 'Hand over for the night',
  morning: 'Hand back to the day team',
}

export const ShiftPage = (p: {
  form: FormState
  turn: Turn
  going: readonly ToHand[]
  nights: Nights
}): Html => {
  const head = <Heading>{titles[p.turn]}</Heading>
  const without = p.nights.filter(night => night.outOfHoursTeam === null)
  if (p.going.length === 0)
    return (
      <Narrow>
        {head}
        <Para>{nothingToHand(p.turn, p.nights)}</Para>
        {p.turn === 'night' ? <WhomToRingAtNight nights={without} /> : null}
      </Narrow>
    )
  return (
    <FormPage
      form={p.form}
      submit="Hand them over"
      head={
        <>
          {head}
          <Para>{p.turn === 'night' ? words.handingForTheNight : words.handingBack}</Para>
          {p.turn === 'night' ? <WhomToRingAtNight nights={without} /> : null}
        </>
      }
    >
      <Checkboxes
        form={p.form}
        name="clocks"
        label="What goes to the other team?"
        hint="Take the tick from what stays with you"
        choices={p.going.map(({ item }) => ({
          value: item.clockId,
          text: item.reference,
          html: (
            <>
              <Name>{item.called}</Name>, {item.reference}
            </>
          ),
          hint: `${item.urgent ? 'Danger now. ' : ''}Due ${sayMomentShort(item.dueAt)}. With ${item.hasName ?? 'nobody yet'}`,
        }))}
      />
      <LongTextField
        form={p.form}
        name="note"
        label="What the other team has to know of all of them"
        hint="For example, who is on duty and on which number, and what was agreed"
        most={2_000}
        rows={4}
      />
      {p.going.map(({ item }) => (
        <LongTextField
          form={p.form}
          name={`note-${item.clockId}`}
          label={`Of ${item.reference} alone`}
          hint="You can leave this empty"
          most={2_000}
          rows={2}
        />
      ))}
    </FormPage>
  )
}

/** That nothing goes to a team that is not there must not read as if nothing were urgent. */
function nothingToHand(turn: Turn, nights: Nights): string {
  if (turn === 'morning') return words.nothingToHandBack
  return nights.some(night => night.outOfHoursTeam === null)
    ? words.noTeamForTheNight
    : words.nothingForTheNight
}

/** Of areas whose emergency duty team does not work with the service. */
const WhomToRingAtNight = (p: { nights: Nights }): Html =>
  p.nights.length === 0 ? (
    <></>
  ) : (
    <Inset>
      <Para>{words.ringForTheNight}</Para>
      <ul class="govuk-list govuk-list--bullet">
        {p.nights.map(night => (
          <li>
            {night.name}:{' '}
            {night.outOfHoursPhone ? (
              <a class="govuk-link sl-phone" href={`tel:${night.outOfHoursPhone.replaceAll(/[^\d+]/g, '')}`}>
                {night.outOfHoursPhone}
              </a>
            ) : (
              'the council’s switchboard (the number of the out-of-hours team has not been set)'
            )}
          </li>
        ))}
      </ul>
    </Inset>
  )

export interface ShiftView {
  readonly fromName: string
  readonly toName: string
  readonly note: string
  readonly ownNote: string | null
  readonly handedByName: string
  readonly handedAt: Date
}

export const HandedToUsPage = (p: {
  handed: readonly { item: ToHand['item']; shift: ShiftView }[]
}): Html => (
  <>
    <Heading>Handed over to your team</Heading>
    {p.handed.length === 0 ? (
      <Para>Nothing that was handed over to your team is open.</Para>
    ) : (
      <Table
        caption="Danger now first, then by when each is due"
        columns={[
          {
            title: 'Child',
            cell: ({ item }) => (
              <>
                <Link href={`/concerns/${item.concernId}`}>
                  <Name>{item.called}</Name>
                </Link>
                <br />
                {item.reference}
              </>
            ),
          },
          {
            title: 'Due',
            cell: ({ item }) => (
              <>
                {sayMomentShort(item.dueAt)} {item.urgent ? <Tag text="Danger now" colour="red" /> : null}
              </>
            ),
          },
          { title: 'With', cell: ({ item }) => item.hasName ?? 'Nobody yet' },
          {
            title: 'What you have to know',
            cell: ({ shift }) => (
              <>
                {shift.ownNote === null ? null : <Words>{shift.ownNote}</Words>}
                <Words>{shift.note}</Words>
              </>
            ),
          },
          {
            title: 'From',
            cell: ({ shift }) =>
              `${shift.fromName}, by ${shift.handedByName}, ${sayMomentShort(shift.handedAt)}`,
          },
        ]}
        rows={p.handed}
      />
    )}
  </>
)

/** On the concern's page: from team to team. */
export const ShiftsPart = (p: { shifts: readonly ShiftView[] }): Html =>
  p.shifts.length === 0 ? (
    <></>
  ) : (
    <>
      <Subheading>From team to team</Subheading>
      <Facts
        rows={p.shifts.map(one => ({
          key: sayMoment(one.handedAt),
          value: (
            <span class="sl-words">
              {one.fromName} to {one.toName}, by {one.handedByName}: {one.ownNote ? `${one.ownNote} ` : ''}
              {one.note}
            </span>
          ),
        }))}
      />
    </>
  )
