/** What was typed, by field name: text, or a list where several may be ticked. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>

/** A form as it stands on its page: what is in its fields and what is wrong with them. */
export interface FormState {
  readonly values: FormValues
  /** By field name, in words. */
  readonly errors: Readonly<Record<string, string>>
  readonly csrf: string
  readonly formKey: string
  /** What is shown was kept from before its writer was signed out. */
  readonly restored: boolean
}

export const typedText = (form: FormState, name: string): string => {
  const value = form.values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

export const typedList = (form: FormState, name: string): readonly string[] => {
  const value = form.values[name]
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value
}

/** As the official components take it: nothing, or a message. */
export const errorOf = (form: FormState, name: string): { text: string } | undefined =>
  form.errors[name] ? { text: form.errors[name] } : undefined
