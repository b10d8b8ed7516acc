import type { z } from 'zod'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { errorsByField } from './form-values.ts'

/** An address that does not have the shape of one is the same as one where nothing is. */
export function readParams<S extends z.ZodType | undefined>(schema: S, given: unknown): never {
  return read(schema, given, 'not-found') as never
}

export function readQuery<S extends z.ZodType | undefined>(schema: S, given: unknown): never {
  return read(schema, given, 'invalid-input') as never
}

/** @throws Refusal naming each field that is wrong */
export function readBody<S extends z.ZodType | undefined>(schema: S, given: unknown): never {
  if (!schema) return undefined as never
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new Refusal(errorsByField(parsed.error, '.'))
  const torn = tornAt(parsed.data, [])
  if (torn !== null)
    throw new Refusal({ [torn]: 'Send whole characters: half of one (a lone surrogate) is in it' })
  return parsed.data as never
}

/**
 * Where text, or a name, holds half of a character: JSON can write that down, and neither the database nor most other
 * programs can hold it (RFC 7493, 2.1). It is asked of what its schema let through, so that nothing is nested too deep.
 */
function tornAt(value: unknown, path: readonly string[]): string | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : path.join('.')
  if (typeof value !== 'object' || value === null) return null
  for (const [name, one] of Object.entries(value)) {
    const torn = name.isWellFormed() ? tornAt(one, [...path, name]) : path.join('.')
    if (torn !== null) return torn
  }
  return null
}

function read(
  schema: z.ZodType | undefined,
  given: unknown,
  otherwise: 'not-found' | 'invalid-input',
): unknown {
  if (!schema) return {}
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw fault(otherwise)
  return parsed.data
}
