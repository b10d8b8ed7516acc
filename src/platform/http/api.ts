import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify'
import type { z } from 'zod'
import { fault } from '#platform/errors/fault.ts'
import { claimFormKey, keepAnswer, keyFrom } from './form-keys.sql.ts'
import type { House } from './house.ts'
import { beyondLimit, tooMuch } from './limits.ts'
import { readBody, readParams } from './params.ts'
import type { ActShape, ApiSpec } from './routes.ts'
import { csrfMatches } from './sessions.ts'
import { admit, checkRecorded, pathOf, sessionOf } from './signed-in.ts'
import { systemOf } from './systems.ts'

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
      const userId = await whoAsks(house, request)
      const wait = await beyondLimit(house, reply, { towards: spec.counts ?? 'api', account: userId })
      if (wait !== null) throw tooMuch(wait)
      const answer = await house.asUser(userId, async (act, tx) => {
        admit(spec.may, act)
        const params = readParams(spec.params, request.params)
        const body = readBody(spec.body, request.body)
        const key = spec.onceByKey ? keyIn(request) : null
        const claim = key && { userId, key: keyFrom([key, pathOf(request)]), now: house.world.now() }
        const sent = keyFrom([key, request.body])
        const before = claim && (await claimFormKey<Kept>(tx, claim))
        if (before && before.sent !== sent) throw fault('key-used')
        if (before) return before.answered as z.input<R>
        const answered = await spec.answer({ act, params, body })
        checkRecorded(act, spec.looksAt !== 'nothing' || method !== 'GET')
        if (claim) await keepAnswer(tx, { userId, key: claim.key, answered: { sent, answered } })
        return answered
      })
      return reply.status(status).send(answer)
    },
  })
}

/** What was answered under a key, and the digest of what had been sent. */
interface Kept {
  readonly sent: string
  readonly answered: unknown
}

/** A system by its token, or a person in their own browser with the proof that their page sent it. */
async function whoAsks<A extends ActShape>(
  house: House<A>,
  request: FastifyRequest,
): Promise<A['viewer']['id']> {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const [, token] = /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(authorization) ?? []
    const userId = token === undefined ? null : await systemOf<A['viewer']['id']>(house, token)
    if (userId === null) throw fault('no-token')
    return userId
  }
  const session = await sessionOf(house, request)
  if (session.kind !== 'open') throw fault('signed-out')
  if (request.method !== 'GET' && !csrfMatches(session.token, request.headers['x-csrf']))
    throw fault('forged-form')
  return session.userId
}

function keyIn(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) throw fault('no-key')
  return key
}
