import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { QueryExecutorProvider } from 'kysely'
import { z } from 'zod'
import { fault } from '#platform/errors/fault.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { leaveNotice, setSessionToken } from './cookies.ts'
import { draftsLike, dropDraft, keepDraft, keptDraft } from './drafts.sql.ts'
import { claimFormKey, keepAnswer, keyFrom } from './form-keys.sql.ts'
import { errorsByField, ownField, typedValues } from './form-values.ts'
import type { House } from './house.ts'
import { beyondLimit, sendAgain, tooMuch } from './limits.ts'
import { readParams } from './params.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { ActShape, Answered, FormSpec, Saved } from './routes.ts'
import { servePage } from './serve-page.ts'
import { csrfMatches, csrfOf, startSessionOf } from './sessions.ts'
import { admit, checkRecorded, pathOf, sendToSignIn, sessionOf, type OpenSession } from './signed-in.ts'

interface FormRoute<A extends ActShape, P, I extends z.ZodType> {
  readonly path: string
  readonly spec: FormSpec<A, P, I>
}

interface Exchange<A extends ActShape> {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly session: OpenSession<A>
}

/**
 * A form page: GET shows it, POST does the deed and sends the browser on (or shows it again with every value
 * typed and what is wrong). Sent twice it answers twice and acts once. What was typed outlives the session.
 */
export function addForm<A extends ActShape, P extends z.ZodType | undefined, I extends z.ZodType>(
  app: FastifyInstance,
  house: House<A>,
  route: FormRoute<A, P, I>,
): void {
  app.get(route.path, async (request, reply) => {
    const session = await sessionOf(house, request)
    if (session.kind !== 'open') return sendToSignIn(house, request, reply)
    return showForm(house, route, { at: { request, reply, session }, status: 200, errors: {} })
  })
  app.post(route.path, async (request, reply) => {
    const session = await sessionOf(house, request)
    if (session.kind === 'none' || session.kind === 'second-factor')
      return sendToSignIn(house, request, reply)
    if (!csrfMatches(session.token, ownField(request.body, '_csrf'))) throw fault('forged-form')
    const typed = typedValues(request.body)
    const wait = await beyondLimit(house, reply, {
      towards: route.spec.counts ?? 'posts',
      account: session.userId,
    })
    if (session.kind === 'expired') {
      if (wait !== null) throw tooMuch(wait)
      if (route.spec.secret) return sendToSignIn(house, request, reply)
      await house.asUser(session.userId, (_, tx) =>
        keepTyped(house, tx, { at: session.userId, request, typed }),
      )
      return sendToSignIn(house, request, reply)
    }
    const at = { request, reply, session }
    if (wait !== null) return showForm(house, route, { at, typed, status: 429, errors: sendAgain(wait) })
    const parsed = route.spec.input.safeParse(typed)
    if (!parsed.success) {
      return showForm(house, route, { at, typed, status: 422, errors: errorsByField(parsed.error) })
    }
    try {
      const answered = await save(house, route, { at, input: parsed.data })
      if ('refused' in answered)
        return await showForm(house, route, { at, typed, status: 422, errors: answered.refused })
      if (answered.freshSession) {
        const token = await startSessionOf(house, {
          userId: session.userId,
          state: 'open',
          kind: house.standing.kind,
        })
        setSessionToken(reply, house.standing, token)
      }
      leaveNotice(reply, answered.shownOnce ?? answered.notice)
      return await reply.redirect(answered.to, 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showForm(house, route, { at, typed, status: error.status, errors: error.errors })
    }
  })
}

/** Keeps what someone typed for when they are let in again, unless as much is kept of them already as may be. */
async function keepTyped<A extends ActShape>(
  { standing, world }: House<A>,
  tx: QueryExecutorProvider,
  sent: { at: A['viewer']['id']; request: FastifyRequest; typed: FormValues },
): Promise<void> {
  const form = pathOf(sent.request)
  if (standing.mostKept < Infinity) {
    const kept = await draftsLike(tx, sent.at, '')
    if (kept.length >= standing.mostKept && !kept.some(one => one.form === form)) return
  }
  const hours = standing.daysKept * 24
  await keepDraft(tx, { userId: sent.at, form, typed: sent.typed, now: world.now(), hours })
}

function save<A extends ActShape, P, I extends z.ZodType>(
  house: House<A>,
  { spec }: FormRoute<A, P, I>,
  sent: { at: Exchange<A>; input: z.output<I> },
): Promise<Saved> {
  const { request, session } = sent.at
  const key = ownField(request.body, '_key') ?? ''
  if (!z.guid().safeParse(key).success) throw fault('stale-form')
  return house.asUser(session.userId, async (act, tx) => {
    request.viewer = act.viewer
    admit(spec.may, act)
    const params = readParams(spec.params as z.ZodType | undefined, request.params)
    const own = keyOf(key, request)
    const already = await claimFormKey<Answered>(tx, {
      userId: session.userId,
      key: own,
      now: house.world.now(),
    })
    if (already) return already
    const answered = await spec.save({ act, params, input: sent.input })
    checkRecorded(act, true)
    if ('refused' in answered) return answered
    const { shownOnce: _, ...kept } = answered
    await keepAnswer(tx, { userId: session.userId, key: own, answered: kept })
    await dropDraft(tx, session.userId, pathOf(request))
    return answered
  })
}

/** The same words sent to the same form again: what was changed in between, or another form, is a deed of its own. */
const keyOf = (key: string, request: FastifyRequest): string =>
  keyFrom([key, pathOf(request), typedValues(request.body)])

async function showForm<A extends ActShape, P, I extends z.ZodType>(
  house: House<A>,
  { spec }: FormRoute<A, P, I>,
  shown: { at: Exchange<A>; status: number; errors: Readonly<Record<string, string>>; typed?: FormValues },
): Promise<FastifyReply> {
  const { request, reply, session } = shown.at
  const { body, viewer } = await house.asUser(session.userId, async (act, tx) => {
    request.viewer = act.viewer
    admit(spec.may, act)
    const params = readParams(spec.params as z.ZodType | undefined, request.params)
    const kept = shown.typed ? null : await keptDraft(tx, session.userId, pathOf(request))
    const values = shown.typed ?? { ...(await spec.start?.({ act, params })), ...kept }
    const form = {
      values,
      errors: shown.errors,
      csrf: csrfOf(session.token),
      formKey: house.world.uuid(),
      restored: kept !== null,
    }
    const page = await spec.show({ act, params, form })
    checkRecorded(act, spec.looksAt !== 'nothing')
    return { body: page, viewer: act.viewer }
  })
  const refused = shown.status !== 200
  return servePage(
    house,
    { request, reply },
    { body, viewer, token: session.token, status: shown.status, refused },
  )
}
