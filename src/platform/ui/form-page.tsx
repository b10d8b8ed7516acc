import { govuk } from './generated/govuk.ts'
import type { FormState } from './form-state.ts'
import type { Html } from './html.ts'
import { Narrow } from './page-parts.tsx'
import type { Child } from './jsx-runtime.ts'

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
  also?: readonly OtherButton[]
}): Html => (
  <Narrow>
    <ErrorSummary form={p.form} />
    {p.form.restored ? (
      <div class="govuk-inset-text">
        What you typed before you were signed out is shown below. It has not been sent.
      </div>
    ) : null}
    {p.head}
    <OwnForm form={p.form}>
      {p.children}
      <div class="govuk-button-group">
        {govuk.button({
          text: p.submit,
          preventDoubleClick: true,
          ...(p.warn ? { classes: 'govuk-button--warning' } : {}),
        })}
        {(p.also ?? []).map(button =>
          govuk.button({
            text: button.text,
            name: button.name,
            value: button.value,
            classes: 'govuk-button--secondary',
          }),
        )}
      </div>
    </OwnForm>
    {p.tail}
  </Narrow>
)

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

export const ErrorSummary = (p: { form: FormState }): Html => {
  const errors = Object.entries(p.form.errors)
  if (errors.length === 0) return <></>
  return govuk.errorSummary({
    titleText: 'There is a problem',
    errorList: errors.map(([name, text]) => (name === '' ? { text } : { text, href: `#${name}` })),
  })
}
