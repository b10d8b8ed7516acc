import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { fault } from '#platform/errors/fault.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { clearSessionToken, leaveNotice, sessionToken, setSessionToken, visitToken } from './cookies.ts'
import { errorsByField, ownField, typedValues } from './form-values.ts'
import type { House } from './house.ts'
import { beyondLimit, sendAgain } from './limits.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { ActShape, OpenAnswer, OpenFormSpec, OpenPageSpec, Visit } from './routes.ts'
import { servePage } from './serve-page.ts'
import { closeSession, csrfMatches, csrfOf, startSessionOf } from './sessions.ts'
import { sessionOf } from './signed-in.ts'

/** Pages and forms for those who are not signed in. They get no transaction and so reach no child's data. */
export function addOpenPage<A extends ActShape>(
  app: FastifyInstance,
  house: House<A>,
  route: { path: string; spec: OpenPageSpec },
): void {
  app.get(route.path, async (request, reply) => {
    const token = visitToken(request, reply, () => freshToken(house))
    const body = await route.spec.show({ csrf: csrfOf(token), query: queryOf(request) })
    return servePage(house, { request, reply }, { body, viewer: null, token: null })
  })
}

export function addOpenForm<A extends ActShape, I extends z.ZodType>(
  app: FastifyInstance,
  house: House<A>,
  route: { path: string; spec: OpenFormSpec<I, A['viewer']['id']> },
): void {
  const { path, spec } = route
  app.get(path, (request, reply) => show(house, { request, reply, spec, status: 200, typed: {}, errors: {} }))
  app.post(path, async (request, reply) => {
    const token = visitToken(request, reply, () => freshToken(house))
    const proof = ownField(request.body, '_csrf')
    const session = sessionToken(request, house.standing)
    // Without a session there is no second secret to hold it against: an empty one would be everybody's.
    const fromHere = csrfMatches(token, proof) || (session ? csrfMatches(session, proof) : false)
    if (!fromHere || request.headers['sec-fetch-site'] === 'cross-site') throw fault('forged-form')
    const typed = typedValues(request.body)
    const wait = await beyondLimit(house, reply, {
      towards: spec.counts ?? 'openForms',
      address: request.ip,
    })
    if (wait !== null)
      return show(house, { request, reply, spec, typed, status: 429, errors: sendAgain(wait) })
    const parsed = spec.input.safeParse(typed)
    if (!parsed.success) {
      return show(house, { request, reply, spec, typed, status: 422, errors: errorsByField(parsed.error) })
    }
    try {
      const answered = await spec.save({ input: parsed.data, visit: await visitOf(house, request, token) })
      await settleSession(house, { request, reply }, answered.session)
      leaveNotice(reply, answered.notice)
      return await reply.redirect(answered.to, 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(house, { request, reply, spec, typed, status: error.status, errors: error.errors })
    }
  })
}

async function show<A extends ActShape, I extends z.ZodType>(
  house: House<A>,
  asked: {
    request: FastifyRequest
    reply: FastifyReply
    spec: OpenFormSpec<I, A['viewer']['id']>
    typed: FormValues
    status: number
    errors: Readonly<Record<string, string>>
  },
): Promise<FastifyReply> {
  const { request, reply, spec } = asked
  const token = visitToken(request, reply, () => freshToken(house))
  const form = {
    values: asked.typed,
    errors: asked.errors,
    csrf: csrfOf(token),
    formKey: house.world.uuid(),
    restored: false,
  }
  const body = await spec.show({ form, query: queryOf(request), visit: await visitOf(house, request, token) })
  const refused = asked.status !== 200
  return servePage(
    house,
    { request, reply },
    { body, viewer: null, token: null, status: asked.status, refused },
  )
}

/** A new token at every change of standing, so that a session fixed beforehand is worth nothing. */
async function settleSession<A extends ActShape>(
  house: House<A>,
  to: { request: FastifyRequest; reply: FastifyReply },
  wanted: OpenAnswer<A['viewer']['id']>['session'],
): Promise<void> {
  if (!wanted) return
  const { standing } = house
  const old = sessionToken(to.request, standing)
  if (old) await closeSession(house, old)
  if (wanted === 'end') clearSessionToken(to.reply, standing)
  else setSessionToken(to.reply, standing, await startSessionOf(house, { ...wanted, kind: standing.kind }))
}

async function visitOf<A extends ActShape>(
  house: House<A>,
  request: FastifyRequest,
  token: string,
): Promise<Visit<A['viewer']['id']>> {
  const session = await sessionOf(house, request)
  const then = queryOf(request)['then'] ?? '/'
  return {
    address: request.ip,
    token,
    awaitingSecondFactor: session.kind === 'second-factor' ? session.userId : null,
    signedIn: session.kind === 'open' ? session.userId : null,
    // Only a path of this service: never another site's address.
    goOnTo: /^\/(?![/\\])[\w\-./?=&%]*$/.test(then) ? then : '/',
  }
}

function queryOf(request: FastifyRequest): Record<string, string> {
  const query: Record<string, string> = {}
  if (typeof request.query !== 'object' || request.query === null) return query
  for (const [name, value] of Object.entries(request.query))
    if (typeof value === 'string') query[name] = value
  return query
}

const freshToken = <A extends ActShape>(house: House<A>): string =>
  Buffer.from(house.world.randomBytes(32)).toString('base64url')
