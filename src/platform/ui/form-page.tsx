import { govuk } from './generated/govuk.ts'
import type { FormState } from './form-state.ts'
import { ErrorSummary } from './error-summary.tsx'
import type { Html } from './html.ts'
import { ButtonRow, Inset, Narrow } from './page-parts.tsx'
import type { Child } from './jsx-runtime.ts'

export { ErrorSummary } from './error-summary.tsx'

/** A second way of sending the same form. It stands after the first: Enter presses the first. */
export interface OtherButton {
  readonly text: string
  readonly name: string
  readonly value: string
}

/** A form on a page of its own: what is wrong at its head, each line a link to its field. */
export const FormPage = (p: {
  form: FormState
  submit: string
  children: Child
  head?: Child
  tail?: Child
  warn?: boolean
  /** Where it is sent, when that is not the page's own address. */
  action?: string
  also?: readonly OtherButton[]
}): Html => {
  const fields = (
    <OwnForm form={p.form} {...(p.action ? { action: p.action } : {})}>
      {p.children}
      <ButtonRow>
        {govuk.button({
          text: p.submit,
          preventDoubleClick: true,
          classes: p.warn ? 'govuk-button--warning' : undefined,
        })}
        {(p.also ?? []).map(button => govuk.button({ ...button, classes: 'govuk-button--secondary' }))}
      </ButtonRow>
    </OwnForm>
  )
  return (
    <Narrow>
      <ErrorSummary form={p.form} fields={fields} />
      {p.form.restored ? (
        <Inset>What you typed before you were signed out is shown below. It has not been sent.</Inset>
      ) : null}
      {p.head}
      {fields}
      {p.tail}
    </Narrow>
  )
}

/** The form itself, with the proof that it came from here and the key that makes a repeat harmless. */
export const OwnForm = (p: {
  form: Pick<FormState, 'csrf' | 'formKey'>
  action?: string
  children: Child
}): Html => (
  <form method="post" novalidate autocomplete="off" {...(p.action ? { action: p.action } : {})}>
    <input type="hidden" name="_csrf" value={p.form.csrf} />
    <input type="hidden" name="_key" value={p.form.formKey} />
    {p.children}
  </form>
)
