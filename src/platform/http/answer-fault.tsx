import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Fault, fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { ErrorPage } from './error-page.tsx'
import type { House } from './house.ts'
import { problemOf } from './problem.ts'
import type { ActShape } from './routes.ts'
import { servePage } from './serve-page.ts'
import { throwAway } from './unread.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever was found to be signed in, so that an error page still has their navigation. */
    viewer: unknown
  }
}

/**
 * The one place where errors become answers. What went wrong inside goes to the log as names and codes; the
 * person reads a sentence from the table of errors and nothing of SQL, stacks or names of things.
 */
export function addFaultAnswers<A extends ActShape>(app: FastifyInstance, house: House<A>): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const read = asFault(error)
    // What cannot be read is not asked about where nothing would have read it.
    if (request.is404 && read.status < 500) return answerNothingThere(house, app, { request, reply })
    if (read.code === 'too-large') await throwAway(request.raw)
    const known = withFileWords(house, request, read)
    if (known.status >= 500)
      house.log({ level: 'error', event: 'request.failed', ...inside(error), request: request.id })
    try {
      return answer(house, { request, reply }, { known, error })
    } catch (second) {
      // The page about the error failed too: the framework would answer with what went wrong inside.
      house.log({
        level: 'error',
        event: 'request.failed-twice',
        ...inside(second as Error),
        request: request.id,
      })
      return reply
        .status(500)
        .type('text/plain; charset=utf-8')
        .send('Sorry, there is a problem with the service. If a child is in danger now, ring 999.')
    }
  })
  app.setNotFoundHandler((request, reply) => answerNothingThere(house, app, { request, reply }))
}

function answerNothingThere<A extends ActShape>(
  house: House<A>,
  app: FastifyInstance,
  to: { request: FastifyRequest; reply: FastifyReply },
): FastifyReply {
  const allowed = methodsAt(app, to.request)
  if (allowed.length === 0) return answer(house, to, { known: fault('not-found') })
  void to.reply.header('allow', allowed.join(', '))
  return answer(house, to, { known: fault('wrong-method') })
}

/** What may be asked of an operation of the API, where something else was; nothing where there is none. */
function methodsAt(app: FastifyInstance, request: FastifyRequest): string[] {
  if (!request.url.startsWith('/api/')) return []
  const path = request.url.split('?')[0] ?? ''
  return (['GET', 'POST'] as const).filter(method => app.findRoute({ method, url: path }) !== null)
}

function answer<A extends ActShape>(
  house: House<A>,
  to: { request: FastifyRequest; reply: FastifyReply },
  { known, error }: { known: Fault; error?: Error },
): FastifyReply {
  const { request, reply } = to
  if (request.url.startsWith('/api/')) {
    // RFC 6750: which way in there is, and that this token is none.
    if (known.code === 'signed-out') void reply.header('www-authenticate', 'Bearer realm="Sightline"')
    if (known.code === 'no-token')
      void reply.header('www-authenticate', 'Bearer realm="Sightline", error="invalid_token"')
    return reply
      .status(known.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(known, error)))
  }
  const viewer = (request.viewer ?? null) as A['viewer'] | null
  const body = { title: known.title, body: <ErrorPage title={known.title} whatToDo={known.whatToDo} /> }
  return servePage(house, to, { body, viewer, token: null, status: known.status })
}

/** A file is refused unread, whatever it is, with what to do instead of sending one. */
function withFileWords<A extends ActShape>(house: House<A>, request: FastifyRequest, known: Fault): Fault {
  const type = request.headers['content-type'] ?? ''
  const isFile = /^(multipart|image|video|audio|application\/octet-stream)\b/i.test(type)
  return known.code === 'wrong-media-type' && isFile
    ? new Fault('wrong-media-type', undefined, house.filesRefused)
    : known
}

/** Errors of the framework and the database, in the words of our own table. */
function asFault(error: FastifyError | Fault | Refusal): Fault {
  if (error instanceof Fault) return error
  if (error instanceof Refusal) return fault(error.status === 409 ? 'conflict' : 'invalid-input')
  const code = error.code
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return fault('too-large')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return fault('wrong-media-type')
  if (error.statusCode === 400) return fault('invalid-input')
  if (error.statusCode === 404) return fault('not-found')
  // PostgreSQL: out of connections, shutting down, time-out, lock time-out, serialisation.
  if (
    /^(08|53|57P)/.test(code) ||
    ['57014', '55P03', '40001', '40P01', 'ECONNREFUSED', 'ENOENT'].includes(code)
  ) {
    return fault('unavailable')
  }
  return fault('unexpected')
}

/** Enough to find the fault, without the values that error messages carry. */
function inside(
  error: Error & { code?: string; constraint?: string; table?: string },
): Record<string, string> {
  const where = (error.stack ?? '')
    .split('\n')
    .filter(line => line.trim().startsWith('at '))
    .slice(0, 4)
    .join(' ')
  return {
    name: error.name,
    code: error.code ?? '',
    constraint: error.constraint ?? '',
    table: error.table ?? '',
    where,
  }
}
