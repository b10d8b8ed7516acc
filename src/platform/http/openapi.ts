import { z } from 'zod'
import { SESSION_COOKIE } from './cookies.ts'
import { Problem } from './problem.ts'

export interface DescribedApi {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly summary: string
  readonly who: string
  readonly status: number
  readonly params?: z.ZodType | undefined
  readonly body?: z.ZodType | undefined
  readonly reply: z.ZodType
}

const PROBLEM = { $ref: '#/components/responses/Problem' }

const TOO_MUCH = { $ref: '#/components/responses/TooMuch' }

const COMPONENTS = {
  schemas: { Problem: schemaOf(Problem) },
  responses: {
    Problem: {
      description: 'A problem (RFC 9457)',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
    TooMuch: {
      description: 'More than one account may send. Try again when Retry-After says',
      headers: { 'Retry-After': { description: 'Seconds', required: true, schema: { type: 'integer' } } },
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
  parameters: {
    csrf: {
      name: 'x-csrf',
      in: 'header',
      required: true,
      description: 'The proof that the page of the same session carries in its forms as _csrf.',
      schema: { type: 'string' },
    },
  },
  securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE } },
}

/** The OpenAPI 3.1 document of the operations, from the very schemas that they check and answer with. */
export function openApi(operations: readonly DescribedApi[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const one of operations) {
    const path = one.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one, path) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Sightline', version: '1' },
    security: [{ session: [] }],
    paths,
    components: COMPONENTS,
  }
}

function operation(one: DescribedApi, path: string): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const inPath = names.map(name => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))
  const writes = one.method === 'POST'
  const faults = [
    '401',
    '403',
    ...(names.length > 0 ? ['404'] : []),
    ...(writes ? ['409', '422'] : []),
    '429',
  ]
  return {
    summary: one.summary,
    description: `For ${one.who}.`,
    parameters: [...inPath, ...(writes ? [{ $ref: '#/components/parameters/csrf' }] : [])],
    ...(one.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(one.body, 'input') } },
          },
        }
      : {}),
    responses: {
      [one.status]: {
        description: one.summary,
        content: { 'application/json': { schema: schemaOf(one.reply) } },
      },
      ...Object.fromEntries(faults.map(status => [status, status === '429' ? TOO_MUCH : PROBLEM])),
      default: PROBLEM,
    },
  }
}

/** As it is sent, or as it comes in before it is read. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): object {
  return z.toJSONSchema(schema, { io })
}
