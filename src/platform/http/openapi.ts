import { z } from 'zod'

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

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
  },
}

/** The OpenAPI 3.1 document of the operations, from the very schemas that they check and answer with. */
export function openApi(operations: readonly DescribedApi[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const one of operations) {
    const path = one.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one, path) }
  }
  return { openapi: '3.1.0', info: { title: 'Sightline', version: '1' }, paths }
}

function operation(one: DescribedApi, path: string): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const problem = {
    description: 'A problem (RFC 9457)',
    content: { 'application/problem+json': { schema: PROBLEM } },
  }
  return {
    summary: one.summary,
    description: `For ${one.who}.`,
    parameters: names.map(name => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', format: 'uuid' },
    })),
    ...(one.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: z.toJSONSchema(one.body) } },
          },
        }
      : {}),
    responses: {
      [one.status]: {
        description: one.summary,
        content: { 'application/json': { schema: z.toJSONSchema(one.reply, { io: 'output' }) } },
      },
      default: problem,
    },
  }
}
