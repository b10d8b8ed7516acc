import type { FastifyReply, FastifyRequest } from 'fastify'
import { ACCOUNT, type Standing } from './standing.ts'

export const SESSION_COOKIE = ACCOUNT.cookie
const VISIT = '__Host-visit'
const NOTICE = '__Host-notice'

const options = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const

export const sessionToken = (request: FastifyRequest, { cookie }: Standing): string | undefined =>
  request.cookies[cookie]

export function setSessionToken(reply: FastifyReply, { cookie }: Standing, token: string): void {
  void reply.setCookie(cookie, token, options)
}

export function clearSessionToken(reply: FastifyReply, { cookie }: Standing): void {
  void reply.clearCookie(cookie, options)
}

/** A browser's own secret before anyone has signed in, so that the sign-in form has proof of origin too. */
export function visitToken(request: FastifyRequest, reply: FastifyReply, fresh: () => string): string {
  const known = request.cookies[VISIT]
  if (known && /^[\w-]{43}$/.test(known)) return known
  const token = fresh()
  void reply.setCookie(VISIT, token, options)
  return token
}

export function leaveNotice(reply: FastifyReply, notice: string | undefined): void {
  if (notice)
    void reply.setCookie(NOTICE, Buffer.from(notice).toString('base64url'), { ...options, maxAge: 60 })
}

export function takeNotice(request: FastifyRequest, reply: FastifyReply): string | undefined {
  const left = request.cookies[NOTICE]
  if (!left) return undefined
  void reply.clearCookie(NOTICE, options)
  return Buffer.from(left, 'base64url').toString().slice(0, 300)
}
