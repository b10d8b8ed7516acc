import { errorOf, typedList, typedText } from '../form-state.ts'
import { govuk } from '../generated/govuk.ts'
import type { Html } from '../html.ts'
import { hintOf, type FieldProps } from './text-fields.tsx'

export interface Choice {
  readonly value: string
  readonly text: string
  /** In place of the text, where a name stands in it that may turn the words beside it. */
  readonly html?: Html
  readonly hint?: string | undefined
  /** Shown beneath when chosen; without JavaScript always. */
  readonly conditional?: Html
  /** Goes with no other. Those that do stand after an 'or'. */
  readonly alone?: boolean
}

const legendOf = (p: FieldProps) => ({
  legend: p.heading
    ? { text: p.label, classes: 'govuk-fieldset__legend--l', isPageHeading: true }
    : { text: p.label, classes: 'govuk-fieldset__legend--s' },
})

export const Radios = (
  p: FieldProps & { choices: readonly Choice[]; inline?: boolean; small?: boolean },
): Html =>
  govuk.radios({
    idPrefix: p.name,
    name: p.name,
    fieldset: legendOf(p),
    hint: hintOf(p),
    errorMessage: errorOf(p.form, p.name),
    classes: [p.inline && 'govuk-radios--inline', p.small && 'govuk-radios--small'].filter(Boolean).join(' '),
    items: withOr(p.choices, choice => itemOf(choice, typedText(p.form, p.name) === choice.value)),
  })

export const Checkboxes = (p: FieldProps & { choices: readonly Choice[] }): Html =>
  govuk.checkboxes({
    idPrefix: p.name,
    name: p.name,
    fieldset: legendOf(p),
    hint: hintOf(p),
    errorMessage: errorOf(p.form, p.name),
    items: withOr(p.choices, choice => ({
      ...itemOf(choice, typedList(p.form, p.name).includes(choice.value)),
      behaviour: choice.alone ? 'exclusive' : undefined,
    })),
  })

/** An 'or' before the first of those that stand alone, after others. */
const withOr = <Item,>(
  choices: readonly Choice[],
  item: (choice: Choice) => Item,
): (Item | { divider: string })[] =>
  choices.flatMap((choice, at) =>
    choice.alone && at > 0 && !choices[at - 1]?.alone ? [{ divider: 'or' }, item(choice)] : [item(choice)],
  )

const itemOf = (choice: Choice, checked: boolean) => ({
  value: choice.value,
  ...(choice.html ? { html: choice.html } : { text: choice.text }),
  hint: choice.hint ? { text: choice.hint } : undefined,
  checked,
  conditional: choice.conditional ? { html: choice.conditional } : undefined,
})

/** `about` is read out after the label, where a page has the same list several times over. */
export const SelectField = (
  p: FieldProps & { choices: readonly Choice[]; empty?: string; about?: string },
): Html =>
  govuk.select({
    id: p.name,
    name: p.name,
    label: {
      ...(p.about
        ? {
            html: (
              <>
                {p.label}
                <span class="govuk-visually-hidden">: {p.about}</span>
              </>
            ),
          }
        : { text: p.label }),
      classes: p.heading ? 'govuk-label--l' : 'govuk-label--s',
      isPageHeading: p.heading,
    },
    hint: hintOf(p),
    errorMessage: errorOf(p.form, p.name),
    items: [
      ...(p.empty === undefined ? [] : [{ value: '', text: p.empty }]),
      ...p.choices.map(choice => ({
        value: choice.value,
        text: choice.text,
        selected: typedText(p.form, p.name) === choice.value,
      })),
    ],
  })

/** Three boxes; an error may belong to the whole or to one part of it. */
export const DateField = (p: FieldProps): Html => {
  const parts = ['day', 'month', 'year'] as const
  const wrong = parts.find(part => p.form.errors[`${p.name}-${part}`])
  const error = errorOf(p.form, p.name) ?? (wrong ? errorOf(p.form, `${p.name}-${wrong}`) : undefined)
  return govuk.dateInput({
    id: p.name,
    namePrefix: p.name,
    fieldset: legendOf(p),
    hint: hintOf(p),
    errorMessage: error,
    items: parts.map(part => ({
      name: part,
      value: typedText(p.form, `${p.name}-${part}`),
      classes: `govuk-input--width-${part === 'year' ? 4 : 2}${error && (!wrong || wrong === part) ? ' govuk-input--error' : ''}`,
    })),
  })
}
