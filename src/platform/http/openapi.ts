import { z } from 'zod'
import { SESSION_COOKIE } from './cookies.ts'
import { Token, TokenFault, TOKEN_PATH } from './oauth.ts'
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
  readonly onceByKey?: true | undefined
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
      description:
        'From a page of a session: the proof that it carries in its forms as _csrf. A token needs none.',
      schema: { type: 'string' },
    },
    key: {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description:
        'A new one for each thing that is sent. Sent again within two days under the same key, it is answered again and done once.',
      schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$', maxLength: 255 },
    },
  },
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
    system: {
      type: 'oauth2',
      description: 'A system of an agency exchanges its id and key for a token.',
      flows: { clientCredentials: { tokenUrl: TOKEN_PATH, scopes: {} } },
    },
  },
}

/** RFC 6749: the one operation whose faults are not problem details. */
const TOKENS = {
  post: {
    summary: 'Exchanges the id and key of a system for a token',
    description: 'OAuth 2.0, client credentials. Id and key as HTTP Basic, or in the form.',
    security: [],
    requestBody: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: {
            type: 'object',
            required: ['grant_type'],
            properties: {
              grant_type: { const: 'client_credentials' },
              client_id: { type: 'string', maxLength: 200 },
              client_secret: { type: 'string', maxLength: 200 },
            },
          },
        },
      },
    },
    responses: {
      200: { description: 'A token', content: { 'application/json': { schema: schemaOf(Token) } } },
      ...Object.fromEntries(
        ['400', '401', '429'].map(status => [
          status,
          { description: 'No token', content: { 'application/json': { schema: schemaOf(TokenFault) } } },
        ]),
      ),
      ...Object.fromEntries(['413', '415', '422'].map(status => [status, PROBLEM])),
      default: PROBLEM,
    },
  },
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
    security: [{ session: [] }, { system: [] }],
    paths: { ...paths, [TOKEN_PATH]: TOKENS },
    components: COMPONENTS,
  }
}

function operation(one: DescribedApi, path: string): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const shapes: Readonly<Record<string, object>> = one.params ? paramsOf(one.params) : {}
  const inPath = names.map(name => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...shapes[name ?? ''], ...(name?.endsWith('Id') ? { format: 'uuid' } : {}) },
  }))
  const writes = one.method === 'POST'
  const faults = [
    '401',
    '403',
    ...(names.length > 0 ? ['404'] : []),
    ...(writes ? ['400', '409', '413', '415', '422'] : []),
    '429',
  ]
  return {
    summary: one.summary,
    description: `For ${one.who}.`,
    parameters: [
      ...inPath,
      ...(writes ? [{ $ref: '#/components/parameters/csrf' }] : []),
      ...(one.onceByKey ? [{ $ref: '#/components/parameters/key' }] : []),
    ],
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

/** The shape of each name in the address, as it is checked. */
function paramsOf(schema: z.ZodType): Record<string, object> {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' })
  return Object.fromEntries(
    Object.entries(properties).map(([name, shape]) => [name, typeof shape === 'object' ? shape : {}]),
  )
}

/** As it is sent, or as it comes in before it is read. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): object {
  return z.toJSONSchema(schema, { io })
}
