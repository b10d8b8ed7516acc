import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import fastify, { type FastifyInstance, type RouteOptions } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { assets } from '#platform/ui/assets.ts'
import { inlineScriptHashes } from '#platform/ui/layout.tsx'
import { addFaultAnswers } from './answer-fault.tsx'
import { ApiPage } from './api-page.tsx'
import { addApi } from './api.ts'
import { addForm } from './form.ts'
import type { House } from './house.ts'
import { useOwnMessages } from './messages.ts'
import { addOpenForm, addOpenPage } from './open-routes.ts'
import { addTokens } from './oauth.ts'
import { openApi, type DescribedApi } from './openapi.ts'
import { addPage } from './page.ts'
import type { ActShape, RouteLine, Routes } from './routes.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { answerUnread, answerUnreadable } from './unread.ts'

/** Larger than any honest form, so that an over-long answer comes back with its text instead of being cut off. */
const BODY_LIMIT = 4 * 1024 * 1024

/** Four megabytes over a bad line. */
const SECONDS_TO_ARRIVE = 300

export interface WebServer<A extends ActShape> {
  readonly app: FastifyInstance
  readonly routes: Routes<A>
  /** The same for those who are let in by something else than an account. */
  readonly routesFor: <B extends ActShape>(other: House<B>) => Routes<B>
  /** Every route added, for the list that is checked in. */
  readonly lines: readonly RouteLine[]
  /** Every route that the framework itself was given, whichever way. */
  readonly given: readonly RouteOptions[]
}

export async function createServer<A extends ActShape>(house: House<A>): Promise<WebServer<A>> {
  useOwnMessages()
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    genReqId: () => house.world.uuid(),
    routerOptions: { maxParamLength: 200 },
    logger: false,
    // The proxy with TLS stands on the same machine; whoever else names an address in a header is not believed.
    trustProxy: 'loopback',
    // A HEAD that no page was written for would do what its GET does.
    exposeHeadRoutes: false,
    frameworkErrors: (_error, request, reply) => answerUnread(request, reply),
    clientErrorHandler: answerUnreadable,
    // Whoever sends a byte now and then holds a place no longer than this; the framework would let them for ever.
    requestTimeout: SECONDS_TO_ARRIVE * 1_000,
  })
  const given: RouteOptions[] = []
  app.addHook('onRoute', route => void given.push(route))
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('viewer', null)
  addSecurityHeaders(app, inlineScriptHashes)
  addFaultAnswers(app, house)
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: BODY_LIMIT })
  for (const asset of assets()) {
    app.get(asset.path, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.body),
    )
  }
  const lines: RouteLine[] = []
  const operations: DescribedApi[] = []
  app.get('/api/v1/openapi.json', (_request, reply) => reply.send(openApi(operations)))
  addTokens(app, house)
  const into = { lines, operations }
  const routes = routesInto(app, house, into)
  routes.openPage('/api', {
    show: async () => ({ title: 'What systems can ask', body: ApiPage({ operations }) }),
  })
  return { app, lines, given, routes, routesFor: other => routesInto(app, other, into) }
}

function routesInto<A extends ActShape>(
  app: FastifyInstance,
  house: House<A>,
  { lines, operations }: { lines: RouteLine[]; operations: DescribedApi[] },
): Routes<A> {
  const anyone = { who: 'anyone', looksAt: 'nothing' }
  return {
    page(path, spec) {
      const counts = spec.counts ?? 'nothing'
      lines.push({ method: 'GET', path, who: spec.may.who, looksAt: spec.looksAt, answers: 'page', counts })
      addPage(app, house, { path, spec })
    },
    form(path, spec) {
      const line = { path, who: spec.may.who, looksAt: spec.looksAt, answers: 'form' }
      lines.push(
        { method: 'GET', ...line, counts: 'nothing' },
        { method: 'POST', ...line, counts: spec.counts ?? 'posts' },
      )
      addForm(app, house, { path, spec })
    },
    api(method, path, spec) {
      const line = { method, path, who: spec.may.who, looksAt: spec.looksAt }
      lines.push({ ...line, answers: `json: ${spec.summary}`, counts: spec.counts ?? 'api' })
      operations.push({ method, path, who: spec.may.who, ...describedBy(spec) })
      addApi(app, house, { method, path, spec })
    },
    openPage(path, spec) {
      lines.push({ method: 'GET', path, ...anyone, answers: 'page', counts: 'nothing' })
      addOpenPage(app, house, { path, spec })
    },
    openForm(path, spec) {
      lines.push(
        { method: 'GET', path, ...anyone, answers: 'form', counts: 'nothing' },
        { method: 'POST', path, ...anyone, answers: 'form', counts: spec.counts ?? 'openForms' },
      )
      addOpenForm(app, house, { path, spec })
    },
  }
}

const describedBy = (
  spec: Omit<DescribedApi, 'method' | 'path' | 'who' | 'status'> & { status?: number },
) => ({
  summary: spec.summary,
  status: spec.status ?? 200,
  params: spec.params,
  body: spec.body,
  reply: spec.reply,
  onceByKey: spec.onceByKey,
})
