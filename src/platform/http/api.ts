import type { FastifyInstance, FastifySchema } from 'fastify'
import type { z } from 'zod'
import { fault } from '#platform/errors/fault.ts'
import type { House } from './house.ts'
import { beyondLimit, tooMuch } from './limits.ts'
import { readBody, readParams } from './params.ts'
import type { ActShape, ApiSpec } from './routes.ts'
import { csrfMatches } from './sessions.ts'
import { admit, checkRecorded, sessionOf } from './signed-in.ts'

/**
 * One operation of the API. The same schemas check what comes in (after it is known who asks), decide which fields go
 * out, and make the OpenAPI document. Faults answer as problem details (RFC 9457).
 */
export function addApi<
  A extends ActShape,
  R extends z.ZodType,
  P extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
>(
  app: FastifyInstance,
  house: House<A>,
  route: { method: 'GET' | 'POST'; path: string; spec: ApiSpec<A, P, B, R> },
): void {
  const { spec, method } = route
  const status = spec.status ?? 200
  // A status without a schema would send everything it was given; each has one.
  const schema: FastifySchema = { response: { [status]: spec.reply } }
  app.route({
    method,
    url: route.path,
    schema,
    handler: async (request, reply) => {
      const session = await sessionOf(house, request)
      if (session.kind !== 'open') throw fault('signed-out')
      if (method !== 'GET' && !csrfMatches(session.token, request.headers['x-csrf']))
        throw fault('forged-form')
      const wait = await beyondLimit(house, reply, {
        towards: spec.counts ?? 'api',
        account: session.userId,
      })
      if (wait !== null) throw tooMuch(wait)
      const answer = await house.asUser(session.userId, async act => {
        admit(spec.may, act)
        const params = readParams(spec.params, request.params)
        const answered = await spec.answer({ act, params, body: readBody(spec.body, request.body) })
        checkRecorded(act, spec.looksAt !== 'nothing' || method !== 'GET')
        return answered
      })
      return reply.status(status).send(answer)
    },
  })
}
