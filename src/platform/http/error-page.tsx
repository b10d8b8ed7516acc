import type { Html } from '#platform/ui/jsx-runtime.ts'

export const ErrorPage = (p: { title: string; whatToDo: string }): Html => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">{p.title}</h1>
      <p class="govuk-body">{p.whatToDo}</p>
    </div>
  </div>
)
