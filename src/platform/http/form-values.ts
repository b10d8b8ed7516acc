import type { z } from 'zod'
import type { FormValues } from '#platform/ui/form-state.ts'

/** Names that the form itself adds; never part of what someone typed. */
const OWN_FIELDS = new Set(['_csrf', '_key'])

/** What was typed, as it will be shown again: strings, or lists where a name came more than once. */
export function typedValues(body: unknown): FormValues {
  const values: Record<string, string | string[]> = {}
  if (typeof body !== 'object' || body === null) return values
  for (const [name, value] of Object.entries(body)) {
    if (OWN_FIELDS.has(name)) continue
    if (typeof value === 'string') values[name] = cleaned(value)
    else if (Array.isArray(value)) values[name] = value.filter(one => typeof one === 'string').map(cleaned)
  }
  return values
}

// PostgreSQL cannot hold a NUL, and browsers send CRLF: neither is anything that someone typed.
const cleaned = (text: string): string => text.replaceAll('\0', '').replaceAll('\r\n', '\n').normalize('NFC')

export function ownField(body: unknown, name: '_csrf' | '_key'): string | undefined {
  if (typeof body !== 'object' || body === null || !(name in body)) return undefined
  const value: unknown = Reflect.get(body, name)
  return typeof value === 'string' ? value : undefined
}

/** The first thing wrong with each field, in the order in which the rules were written. */
export function errorsByField(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = issue.path.join('-')
    errors[name] ??= issue.message
  }
  return errors
}
