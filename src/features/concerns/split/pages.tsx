import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Name, Narrow, Para, Subheading } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'
import type { PartOwner } from './service.ts'

export const SplitPage = (p: {
  form: FormState
  called: string
  reference: string
  not: string | null
  owners: readonly (PartOwner & { isViewer: boolean })[]
}): Html => {
  const head = (
    <Heading caption={p.reference}>
      Give the part about <Name>{p.called}</Name> to someone else
    </Heading>
  )
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
      submit="Give this part"
      head={
        <>
          {head}
          <Para>{words.splitting}</Para>
        </>
      }
    >
      <Radios
        form={p.form}
        name="to"
        label="Who decides for this child?"
        choices={p.owners.map(one => ({
          value: one.id,
          text: one.isViewer ? `${one.name} (you)` : one.name,
          ...(one.kind === 'team' ? { hint: 'The team: whoever takes it first' } : {}),
        }))}
      />
      <LongTextField form={p.form} name="why" label="Why" most={2_000} rows={3} />
    </FormPage>
  )
}

export interface SplitView {
  readonly called: string
  readonly toName: string
  readonly why: string
  readonly splitByName: string
  readonly splitAt: Date
}

/** On the concern's page: to whom the parts of it have gone. */
export const SplitsPart = (p: { splits: readonly SplitView[] }): Html =>
  p.splits.length === 0 ? (
    <></>
  ) : (
    <>
      <Subheading>Parts given to others</Subheading>
      <Facts
        rows={p.splits.map(one => ({
          key: sayMoment(one.splitAt),
          value: (
            <span class="sl-words">
              <Name>{one.called}</Name>: to {one.toName}, by {one.splitByName}: {one.why}
            </span>
          ),
        }))}
      />
    </>
  )
