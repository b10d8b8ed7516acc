import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'

/** Whose rules hold; a nation whose rules have not been checked says so. */
export const NationField = (p: {
  form: FormState
  nations: readonly { code: string; name: string; status: 'confirmed' | 'to be confirmed' }[]
  hint?: string
}): Html => (
  <Radios
    form={p.form}
    name="nation"
    label="Nation"
    hint={p.hint}
    choices={p.nations.map(nation => ({
      value: nation.code,
      text: nation.name,
      hint: nation.status === 'confirmed' ? undefined : 'The rules kept here are still to be confirmed',
    }))}
  />
)
