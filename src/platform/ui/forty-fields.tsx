// For the tests of forms alone: a page with forty fields of every kind, and what was typed into it.

import { Checkboxes, DateField, Radios, SelectField } from './fields/choice-fields.tsx'
import { LongTextField, TextField } from './fields/text-fields.tsx'
import { FormPage } from './form-page.tsx'
import type { FormState, FormValues } from './form-state.ts'
import { Heading } from './page-parts.tsx'

export const formWith = (values: FormValues, errors: Record<string, string> = {}): FormState => ({
  values,
  errors,
  csrf: 'proof',
  formKey: 'key',
  restored: false,
})

export const letters = ['a', 'b', 'c'].map(value => ({ value, text: value.toUpperCase() }))
const TYPED = ' O’Neill & "Sons" <b>\\ `x` '

/** Forty fields of every kind, the last of them beneath an answer. */
export const FortyFields = (p: { form: FormState }) => (
  <FormPage form={p.form} submit="Save" head={<Heading>Forty questions</Heading>}>
    {range(12).map(n => (
      <TextField form={p.form} name={`text-${n}`} label={`Text ${n}`} />
    ))}
    {range(6).map(n => (
      <LongTextField form={p.form} name={`long-${n}`} label={`Long ${n}`} most={2000} />
    ))}
    {range(6).map(n => (
      <Checkboxes form={p.form} name={`boxes-${n}`} label={`Boxes ${n}`} choices={letters} />
    ))}
    {range(6).map(n => (
      <DateField form={p.form} name={`date-${n}`} label={`Date ${n}`} />
    ))}
    {range(4).map(n => (
      <SelectField
        form={p.form}
        name={`select-${n}`}
        label={`Select ${n}`}
        choices={letters}
        empty="Choose"
      />
    ))}
    {range(3).map(n => (
      <Radios
        form={p.form}
        name={`radios-${n}`}
        label={`Radios ${n}`}
        choices={letters.map(letter => ({
          ...letter,
          ...(letter.value === 'b'
            ? {
                conditional: (
                  <LongTextField form={p.form} name={`beneath-${n}`} label={`Beneath ${n}`} most={500} />
                ),
              }
            : {}),
        }))}
      />
    ))}
  </FormPage>
)

const range = (n: number): number[] => [...Array.from({ length: n }).keys()]

export const typed: FormValues = Object.fromEntries([
  ...range(12).map(n => [`text-${n}`, `${TYPED}${n}`]),
  ...range(6).map(n => [`long-${n}`, `\n\n  ${TYPED}\n\n    indented ${n}\n`]),
  ...range(6).map(n => [`boxes-${n}`, n % 2 ? ['a', 'c'] : 'b']),
  ...range(6).flatMap(n => [
    [`date-${n}-day`, '31'],
    [`date-${n}-month`, 'February'],
    [`date-${n}-year`, `20${n}`],
  ]),
  ...range(4).map(n => [`select-${n}`, 'c']),
  ...range(3).map(n => [`radios-${n}`, 'b']),
  ...range(3).map(n => [`beneath-${n}`, `one\n  two\n\n${TYPED}`]),
])

/** What markup is made of: by chance alone it is rare in made-up text. */
export const MARKS = [...'<>&"\'`\\/=#;:{}%- \n\u202e', '&lt;', '</p>', '</textarea>', '{{', 'O’Neill']
