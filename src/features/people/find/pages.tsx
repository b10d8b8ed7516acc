import { DateField } from '#platform/ui/fields/choice-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Inset, Link, Name, Para, Table } from '#platform/ui/page-parts.tsx'
import { sayBorn } from '#vocabulary/dates/words.ts'
import type { Likely } from '../match-keys/rank-candidates.ts'
import { nameOf } from '../person.ts'
import { words } from '../words.ts'
import { MOST_SHOWN, type Found } from './search.ts'

export const SearchPage = (p: { form: FormState; likely: readonly Likely<Found>[] | null }): Html => (
  <>
    <FormPage form={p.form} action="/people" submit="Search" head={<Heading>Find a person</Heading>}>
      <Para>Enter both names, or one name and a date of birth. Spelling does not have to be exact.</Para>
      <TextField form={p.form} name="given" label="Given names" />
      <TextField form={p.form} name="family" label="Family name" />
      <DateField
        form={p.form}
        name="born"
        label="Date of birth"
        hint="If you know it, for example 27 3 2011"
      />
    </FormPage>
    {p.likely === null ? null : <LikelyPeople likely={p.likely} />}
    <Para>
      <Link href="/people/new">Make a new record</Link>
    </Para>
  </>
)

export const LikelyPeople = (p: { likely: readonly Likely<Found>[] }): Html =>
  p.likely.length === 0 ? (
    <Inset>{words.noRecordYouCanSee}</Inset>
  ) : (
    <>
      <Table
        caption="Records that may be this person"
        columns={[
          {
            title: 'Name',
            cell: one => (
              <Link href={`/people/${one.id}`}>
                <Name>{nameOf(one)}</Name>
              </Link>
            ),
          },
          {
            title: 'Born',
            cell: one => (one.bornFrom && one.bornTo ? sayBorn(one.bornFrom, one.bornTo) : 'Not known'),
          },
          { title: 'Reasons for', cell: one => one.reasonsFor.join('; ') },
          { title: 'Reasons against', cell: one => one.reasonsAgainst.join('; ') || 'None' },
        ]}
        rows={p.likely}
      />
      {p.likely.length === MOST_SHOWN ? <Para>{words.likeliest(MOST_SHOWN)}</Para> : null}
    </>
  )
