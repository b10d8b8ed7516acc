import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { House } from './house.ts'
import { beyondLimit } from './limits.ts'
import type { ActShape } from './routes.ts'
import { exchangeKey, TOKEN_SECONDS } from './systems.ts'

export const TOKEN_PATH = '/api/v1/oauth/token'

/** RFC 6749, 5.1. */
export const Token = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
})
/** RFC 6749, 5.2. */
export const TokenFault = z.object({
  error: z.enum(['invalid_request', 'invalid_client', 'unsupported_grant_type', 'temporarily_unavailable']),
  error_description: z.string(),
})
type TokenFault = z.infer<typeof TokenFault>

/** Exchanges a system's key for a token that is good for some minutes: OAuth 2.0, client credentials (RFC 6749, 4.4). */
export function addTokens<A extends ActShape>(app: FastifyInstance, house: House<A>): void {
  app.post(
    TOKEN_PATH,
    { schema: { response: { 200: Token, '4xx': TokenFault } } },
    async (request, reply) => {
      const wait = await beyondLimit(house, reply, { towards: 'openForms', address: request.ip })
      if (wait !== null)
        return refuse(reply, 429, { error: 'temporarily_unavailable', error_description: 'Try again later' })
      const body = Form.safeParse(request.body ?? {})
      if (!body.success || !isForm(request))
        return refuse(reply, 400, {
          error: 'invalid_request',
          error_description: 'Send a form, each field once',
        })
      if (body.data.grant_type !== 'client_credentials')
        return refuse(reply, 400, {
          error: body.data.grant_type === undefined ? 'invalid_request' : 'unsupported_grant_type',
          error_description: 'Only the grant type client_credentials is understood',
        })
      const given = basic(request.headers.authorization) ?? posted(body.data)
      const token = given ? await exchangeKey(house, given) : null
      if (token === null) {
        void reply.header('www-authenticate', 'Basic realm="Sightline"')
        return refuse(reply, 401, {
          error: 'invalid_client',
          error_description: 'The id or the key is not right',
        })
      }
      return reply
        .headers({ 'cache-control': 'no-store', pragma: 'no-cache' })
        .send({ access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS })
    },
  )
}

const Form = z.object({
  grant_type: z.string().optional(),
  client_id: z.string().max(200).optional(),
  client_secret: z.string().max(200).optional(),
})

const isForm = (request: FastifyRequest): boolean =>
  (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')

const refuse = (reply: FastifyReply, status: 400 | 401 | 429, fault: TokenFault): FastifyReply =>
  reply.status(status).header('cache-control', 'no-store').send(fault)

interface Given {
  readonly id: string
  readonly key: string
}

const posted = (form: z.infer<typeof Form>): Given | null =>
  form.client_id && form.client_secret ? { id: form.client_id, key: form.client_secret } : null

/** `Basic` with id and key each encoded as in a form (RFC 6749, 2.3.1). */
function basic(header: string | undefined): Given | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=_-]{1,600})$/i.exec(header ?? '') ?? []
  if (encoded === undefined) return null
  const text = Buffer.from(encoded, 'base64').toString()
  const at = text.indexOf(':')
  if (at < 0) return null
  try {
    return { id: decoded(text.slice(0, at)), key: decoded(text.slice(at + 1)) }
  } catch (error) {
    // What is not encoded as it says is nobody's key.
    if (error instanceof URIError) return null
    throw error
  }
}

const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))
