import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Narrow, Para, Subheading, Table, Words } from '#platform/ui/page-parts.tsx'
import { Pager, type Paged } from '#platform/ui/paging.tsx'
import { sayMoment, sayMomentShort } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'

export interface PassingView {
  readonly reference: string
  readonly fromArea: string
  readonly fromTeam: string
  readonly toArea: string
  readonly toTeam: string
  readonly why: string
  readonly passedByName: string
  readonly passedAt: Date
}

export const PassOnPage = (p: {
  form: FormState
  reference: string
  /** Why it cannot be passed on. */
  not: string | null
  areas: readonly { id: string; name: string; agencyName: string; teamName: string }[]
}): Html => {
  const head = <Heading caption={p.reference}>Pass this concern on to another area</Heading>
  const not = p.not ?? (p.areas.length === 0 ? words.noOtherArea : null)
  if (not)
    return (
      <Narrow>
        {head}
        <Inset>{not}</Inset>
      </Narrow>
    )
  return (
    <FormPage
      form={p.form}
      submit="Pass it on"
      head={
        <>
          {head}
          <Para>{words.passingOn}</Para>
        </>
      }
    >
      <Radios
        form={p.form}
        name="area"
        label="Which area’s team has to decide?"
        choices={p.areas.map(area => ({
          value: area.id,
          text: area.name,
          hint: `${area.agencyName}: ${area.teamName}`,
        }))}
      />
      <LongTextField
        form={p.form}
        name="why"
        label="Why"
        hint="What the other team has to know, and whom you have spoken to there. It is kept by both."
        most={2_000}
        rows={4}
      />
    </FormPage>
  )
}

const from = (one: PassingView): string => `${one.fromTeam} (${one.fromArea})`
const to = (one: PassingView): string => `${one.toTeam} (${one.toArea})`

/** On the concern's page: from whom it came. */
export const PassingsPart = (p: { passings: readonly PassingView[] }): Html =>
  p.passings.length === 0 ? (
    <></>
  ) : (
    <>
      <Subheading>Passed on</Subheading>
      <Facts
        rows={p.passings.map(one => ({
          key: sayMoment(one.passedAt),
          value: (
            <span class="sl-words">
              {from(one)} to {to(one)}, by {one.passedByName}: {one.why}
            </span>
          ),
        }))}
      />
    </>
  )

export const PassedOnPage = (p: { passed: Paged<PassingView & { id: string }> }): Html => (
  <>
    <Heading>Concerns passed on</Heading>
    <Para>{words.passedOnKept}</Para>
    {p.passed.rows.length > 0 ? (
      <Table
        caption="Newest first"
        columns={[
          { title: 'Concern', cell: one => one.reference },
          { title: 'When', cell: one => sayMomentShort(one.passedAt) },
          { title: 'From', cell: from },
          { title: 'To', cell: to },
          { title: 'By', cell: one => one.passedByName },
          { title: 'Why', cell: one => <Words>{one.why}</Words> },
        ]}
        rows={p.passed.rows}
      />
    ) : (
      <Para>Your agency has passed on none.</Para>
    )}
    <Pager href="/concerns/passed-on" what="Concerns passed on" paged={p.passed} />
  </>
)
