import type { FormState } from './form-state.ts'
import { govuk } from './generated/govuk.ts'
import { escaped, type Html } from './html.ts'

/**
 * What is wrong with a form, in the order of its fields as they were drawn, each line a link to the box to put
 * right. What belongs to no one field comes first and is no link. Without `fields` the errors keep their own order,
 * and the page must have a box by each name.
 */
export const ErrorSummary = (p: { form: FormState; fields?: Html }): Html => {
  const errors = Object.entries(p.form.errors).map(([name, text]) => ({ name, text }))
  if (errors.length === 0) return <></>
  return govuk.errorSummary({
    titleText: 'There is a problem',
    errorList: p.fields ? placed(errors, idsIn(p.fields.toString())) : errors.map(byName),
  })
}

interface Wrong {
  readonly name: string
  readonly text: string
}

const byName = (wrong: Wrong) =>
  wrong.name === '' ? { text: wrong.text } : { text: wrong.text, href: `#${wrong.name}` }

const placed = (errors: readonly Wrong[], drawn: Drawn) =>
  errors
    .map(({ name, text }) => ({ text, id: targetOf(name, drawn) }))
    .toSorted((one, other) => drawn.all.indexOf(one.id ?? '') - drawn.all.indexOf(other.id ?? ''))
    .map(({ text, id }) => (id === undefined ? { text } : { text, href: `#${id}` }))

interface Drawn {
  readonly all: readonly string[]
  /** Boxes that can take the cursor. */
  readonly boxes: ReadonlySet<string>
}

/** Every `>` inside an attribute was escaped when it was drawn, so a tag ends at the first one. */
function idsIn(markup: string): Drawn {
  const found = [...markup.matchAll(/<(\w+)\b[^>]*?\sid="([^"]*)"/g)]
  return {
    all: found.map(([, , id = '']) => id),
    boxes: new Set(
      found.filter(([, tag = '']) => /^(input|select|textarea)$/.test(tag)).map(([, , id = '']) => id),
    ),
  }
}

/** A field's own box; of a date its first; failing these anything that carries the name. */
function targetOf(name: string, drawn: Drawn): string | undefined {
  const id = escaped(name)
  return [id, `${id}-day`].find(one => drawn.boxes.has(one)) ?? drawn.all.find(one => one === id)
}
