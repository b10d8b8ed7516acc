import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Name, Narrow, Para, Subheading } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'

export const HandOverPage = (p: {
  form: FormState
  reference: string
  has: string
  colleagues: readonly { readonly id: string; readonly name: string; readonly isViewer: boolean }[]
}): Html =>
  p.colleagues.length === 0 ? (
    <Narrow>
      <Heading caption={p.reference}>Hand this concern over</Heading>
      <Para>{words.nobodyToHandTo}</Para>
    </Narrow>
  ) : (
    <FormPage
      form={p.form}
      submit="Hand it over"
      head={
        <>
          <Heading caption={p.reference}>Hand this concern over</Heading>
          <Para>
            <Name>{p.has}</Name> has it now. {words.handingOver}
          </Para>
        </>
      }
    >
      <Radios
        form={p.form}
        name="to"
        label="Who has it from now on?"
        choices={p.colleagues.map(one => ({
          value: one.id,
          text: one.isViewer ? `${one.name} (you)` : one.name,
        }))}
      />
      <LongTextField
        form={p.form}
        name="why"
        label="Why"
        hint="For example, on leave until Monday. What the next person has to know."
        most={2_000}
        rows={3}
      />
    </FormPage>
  )

export interface HandOverView {
  readonly fromName: string
  readonly toName: string
  readonly why: string
  readonly handedByName: string
  readonly handedAt: Date
}

/** On the concern's page: through whose hands it has gone. */
export const HandsPart = (p: { hands: readonly HandOverView[] }): Html =>
  p.hands.length === 0 ? (
    <></>
  ) : (
    <>
      <Subheading>Handed over</Subheading>
      <Facts
        rows={p.hands.map(one => ({
          key: sayMoment(one.handedAt),
          value: (
            <span class="sl-words">
              {one.fromName} to {one.toName}, by {one.handedByName}: {one.why}
            </span>
          ),
        }))}
      />
    </>
  )
