import type { PersonRecordId } from '#core/access/generated/tables.ts'
import type { Offer } from '#features/people/public.ts'
import { Checkboxes } from '#platform/ui/fields/choice-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Inset, Link, Name, Narrow, Para, Table, Words } from '#platform/ui/page-parts.tsx'
import { words } from '../words.ts'

/** What a concern says beside what the record says: nothing on a record is written over unseen. */
export const CarryPage = (p: {
  form: FormState
  called: string
  personId: PersonRecordId
  offers: readonly Offer[] | null
}): Html => {
  const heading = (
    <Heading caption="What the concern says and the record does not">
      <Name>{p.called}</Name>
    </Heading>
  )
  if (p.offers === null || p.offers.length === 0)
    return (
      <Narrow>
        {heading}
        <Inset>{p.offers === null ? words.notForTheRecord : words.recordSaysAll}</Inset>
        <Para>
          <Link href={`/people/${p.personId}`}>Open this child’s page</Link>
        </Para>
      </Narrow>
    )
  return (
    <FormPage
      form={p.form}
      submit="Take onto the record"
      head={
        <>
          {heading}
          <Para>{words.takeWhatHolds}</Para>
          <Table
            caption="Side by side"
            captionHidden
            columns={[
              { title: 'About', cell: offer => offer.label, namesRow: true },
              { title: 'The concern says', cell: offer => <Words>{offer.says}</Words> },
              {
                title: 'The record says',
                cell: offer => (offer.stands === null ? 'Nothing yet' : <Words>{offer.stands}</Words>),
              },
            ]}
            rows={p.offers}
          />
        </>
      }
    >
      <Checkboxes
        form={p.form}
        name="take"
        label="What do you take onto the record?"
        choices={p.offers.map(offer => ({ value: offer.key, text: offer.label }))}
      />
    </FormPage>
  )
}
