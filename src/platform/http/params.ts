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
  return parsed.data as never
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
