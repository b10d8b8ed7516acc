import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { House } from './house.ts'
import { beyondLimit, tooMuch } from './limits.ts'
import { readParams, readQuery } from './params.ts'
import type { ActShape, PageSpec } from './routes.ts'
import { servePage } from './serve-page.ts'
import { csrfOf } from './sessions.ts'
import { admit, checkRecorded, sendToSignIn, sessionOf } from './signed-in.ts'

/** A page for someone signed in: one transaction that reads, writes its look into the ledger, and answers. */
export function addPage<A extends ActShape, P extends z.ZodType | undefined, Q extends z.ZodType | undefined>(
  app: FastifyInstance,
  house: House<A>,
  route: { path: string; spec: PageSpec<A, P, Q> },
): void {
  const { path, spec } = route
  app.get(path, async (request, reply) => {
    const session = await sessionOf(house, request)
    if (session.kind !== 'open') return sendToSignIn(house, request, reply)
    const wait = await beyondLimit(house, reply, {
      towards: spec.counts ?? 'nothing',
      account: session.userId,
    })
    if (wait !== null) throw tooMuch(wait)
    const { body, viewer } = await house.asUser(session.userId, async act => {
      request.viewer = act.viewer
      admit(spec.may, act)
      const params = readParams(spec.params, request.params)
      const query = readQuery(spec.query, request.query)
      const shown = await spec.show({ act, params, query, csrf: csrfOf(session.token) })
      checkRecorded(act, spec.looksAt !== 'nothing')
      return { body: shown, viewer: act.viewer }
    })
    return servePage(house, { request, reply }, { body, viewer, token: session.token })
  })
}
