import { errorOf, typedText, type FormState } from '../form-state.ts'
import { govuk } from '../generated/govuk.ts'
import type { Html } from '../html.ts'

export interface FieldProps {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** The label is the page's one heading. */
  readonly heading?: boolean
}

const labelOf = (p: FieldProps) =>
  p.heading
    ? { text: p.label, classes: 'govuk-label--l', isPageHeading: true }
    : { text: p.label, classes: 'govuk-label--s' }

export const hintOf = (p: FieldProps) => (p.hint ? { text: p.hint } : undefined)

export const TextField = (
  p: FieldProps & {
    width?: 'short' | 'full'
    autocomplete?: string
    inputmode?: 'numeric' | 'tel' | 'email'
  },
): Html =>
  govuk.input({
    id: p.name,
    name: p.name,
    label: labelOf(p),
    hint: hintOf(p),
    value: typedText(p.form, p.name),
    errorMessage: errorOf(p.form, p.name),
    classes: p.width === 'short' ? 'govuk-input--width-10' : undefined,
    autocomplete: p.autocomplete,
    inputmode: p.inputmode,
    spellcheck: p.autocomplete ? false : undefined,
  })

/** Several lines, with a count of the characters that are left. */
export const LongTextField = (p: FieldProps & { rows?: number; most: number }): Html =>
  govuk.characterCount({
    id: p.name,
    name: p.name,
    label: labelOf(p),
    hint: hintOf(p),
    value: keepingFirstBreak(typedText(p.form, p.name)),
    errorMessage: errorOf(p.form, p.name),
    rows: String(p.rows ?? 6),
    maxlength: String(p.most),
    threshold: '75',
  })

/** Several lines, of which nobody counts the characters. */
export const TextArea = (p: FieldProps & { rows: number }): Html =>
  govuk.textarea({
    id: p.name,
    name: p.name,
    label: labelOf(p),
    hint: hintOf(p),
    value: keepingFirstBreak(typedText(p.form, p.name)),
    errorMessage: errorOf(p.form, p.name),
    rows: String(p.rows),
  })

/** A browser drops one line break at the head of a text area, so where one was typed it gets another to drop. */
const keepingFirstBreak = (text: string): string => (text.startsWith('\n') ? `\n${text}` : text)

/** What was typed is not sent back: a password stands on no page. */
export const PasswordField = (p: FieldProps & { isNew?: boolean }): Html =>
  govuk.passwordInput({
    id: p.name,
    name: p.name,
    label: labelOf(p),
    hint: hintOf(p),
    errorMessage: errorOf(p.form, p.name),
    autocomplete: p.isNew ? 'new-password' : 'current-password',
  })

/** A code from an app or a list, typed once. */
export const CodeField = (p: FieldProps): Html =>
  govuk.input({
    id: p.name,
    name: p.name,
    label: labelOf(p),
    hint: hintOf(p),
    value: typedText(p.form, p.name),
    errorMessage: errorOf(p.form, p.name),
    classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    spellcheck: false,
  })
