import type { FastifyReply, FastifyRequest } from 'fastify'
import { fault } from '#platform/errors/fault.ts'
import { sessionToken } from './cookies.ts'
import type { House } from './house.ts'
import type { ActShape, RoutePolicy } from './routes.ts'
import { readSession, type Session } from './sessions.ts'
import type { Standing } from './standing.ts'

export type OpenSession<A extends ActShape> = Extract<Session<A['viewer']['id']>, { kind: 'open' }>

export const sessionOf = <A extends ActShape>(
  house: House<A>,
  request: FastifyRequest,
): Promise<Session<A['viewer']['id']>> =>
  readSession<A['viewer']['id']>(house, sessionToken(request, house.standing), house.standing.kind)

/** Where a person signs in, and is brought back from to where they were. */
const signInAddress = ({ entrance }: Standing, request: FastifyRequest): string =>
  `${entrance(pathOf(request))}?then=${encodeURIComponent(request.method === 'GET' ? request.url : pathOf(request))}`

export const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '/'

export const sendToSignIn = <A extends ActShape>(
  { standing }: House<A>,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => reply.redirect(signInAddress(standing, request), 303)

/** Refuses before anything is read, so that a refusal tells nothing about what exists. */
export function admit<A extends ActShape>(may: RoutePolicy<A>, act: A): void {
  if (!may.allows(act.viewer)) throw fault('not-allowed')
}

/** No look and no deed without its entry: a route that promised one and wrote none does not commit. */
export function checkRecorded<A extends ActShape>(act: A, promised: boolean): void {
  if (promised && act.recorded() === 0) throw fault('unexpected', 'no ledger entry was written')
}
