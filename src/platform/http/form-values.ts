import type { z } from 'zod'
import type { FormValues } from '#platform/ui/form-state.ts'

/** Names that the form itself adds; never part of what someone typed. */
const OWN_FIELDS = new Set(['_csrf', '_key'])

/** What was typed, as it will be shown again: strings, or lists where a name came more than once. */
export function typedValues(body: unknown): FormValues {
  if (typeof body !== 'object' || body === null) return {}
  const typed = Object.entries(body).flatMap(([name, value]): [string, string | string[]][] => {
    if (OWN_FIELDS.has(name)) return []
    if (typeof value === 'string') return [[cleaned(name), cleaned(value)]]
    if (!Array.isArray(value)) return []
    return [[cleaned(name), value.filter(one => typeof one === 'string').map(cleaned)]]
  })
  // Not by assignment: a field called __proto__ would become the prototype of what was typed.
  return Object.fromEntries(typed)
}

// PostgreSQL cannot hold a NUL or half of a character, and browsers send CRLF: none is anything that someone typed.
const cleaned = (text: string): string =>
  text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().normalize('NFC')

export function ownField(body: unknown, name: '_csrf' | '_key'): string | undefined {
  if (typeof body !== 'object' || body === null || !(name in body)) return undefined
  const value: unknown = Reflect.get(body, name)
  return typeof value === 'string' ? value : undefined
}

/** The first thing wrong with each field, in the order in which the rules were written. */
export function errorsByField(error: z.ZodError, between = '-'): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = issue.path.join(between)
    errors[name] ??= issue.message
  }
  return errors
}
