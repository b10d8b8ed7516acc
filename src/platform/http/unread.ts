import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { fault } from '#platform/errors/fault.ts'
import { problemOf } from './problem.ts'

// What could not even be read. Answered without a page: none of the framework's words, and nothing of it said back.

const HEADERS = {
  'content-security-policy': `default-src 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const
const IN_DANGER = 'If a child is in danger now, ring 999.'

/** An address that cannot be read is one where nothing is. */
export function answerUnread(request: FastifyRequest, reply: FastifyReply): void {
  void reply.status(404).headers(HEADERS)
  if (request.url.startsWith('/api/'))
    void reply.type('application/problem+json').send(JSON.stringify(problemOf(fault('not-found'), null)))
  else void reply.type('text/plain; charset=utf-8').send(`Page not found. Check the address. ${IN_DANGER}`)
}

const UNREADABLE: Readonly<Record<string, readonly [status: string, says: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'The address or what goes with it is too long.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    '408 Request Timeout',
    'It took too long to arrive. Nothing has been saved. Try again.',
  ],
}

/** What is no request by HTTP's rules, or did not arrive whole in time: it never comes as far as a route. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error)
  const [status, says] = UNREADABLE[error.code ?? ''] ?? ['400 Bad Request', 'The request cannot be read.']
  const text = `${says} ${IN_DANGER}`
  const head = {
    ...HEADERS,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': text.length,
    connection: 'close',
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${text}`)
}

/** So much is still taken from the wire, and thrown away, before what is too large is answered. */
const MOST_THROWN_AWAY = 64 * 1024 * 1024

/** Closing while someone still sends would break their connection before they have read why. */
export async function throwAway(request: IncomingMessage): Promise<void> {
  let thrown = 0
  try {
    for await (const part of request) {
      thrown += (part as Buffer).length
      if (thrown > MOST_THROWN_AWAY) return
    }
  } catch {
    // They have gone: nobody is left to be told.
  }
}
