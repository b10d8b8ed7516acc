import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading } from '#platform/ui/page-parts.tsx'
import { LikelyPeople } from '../find/pages.tsx'
import type { Found } from '../find/search.ts'
import type { Likely } from '../match-keys/rank-candidates.ts'
import { PersonFields } from './fields.tsx'

export const NewPersonPage = (p: { form: FormState; likely: readonly Likely<Found>[] }): Html => (
  <FormPage
    form={p.form}
    submit="Make the record"
    head={
      <>
        <Heading>Make a new record</Heading>
        {p.likely.length > 0 ? <LikelyPeople likely={p.likely} /> : null}
      </>
    }
  >
    {p.likely.length > 0 ? (
      <div class="govuk-checkboxes govuk-!-margin-bottom-6">
        <div class="govuk-checkboxes__item">
          <input
            type="checkbox"
            class="govuk-checkboxes__input"
            id="none-of-these"
            name="none-of-these"
            value="yes"
          />
          <label class="govuk-label govuk-checkboxes__label" for="none-of-these">
            None of these records is this person
          </label>
        </div>
      </div>
    ) : null}
    <PersonFields form={p.form} />
  </FormPage>
)
