import type { z } from 'zod'
import { fault } from '#platform/errors/fault.ts'

/** An address that does not have the shape of one is the same as one where nothing is. */
export function readParams<S extends z.ZodType | undefined>(schema: S, given: unknown): never {
  return read(schema, given, 'not-found') as never
}

export function readQuery<S extends z.ZodType | undefined>(schema: S, given: unknown): never {
  return read(schema, given, 'invalid-input') as never
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
