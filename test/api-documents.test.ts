import { Ajv2020 } from 'ajv/dist/2020.js'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import { anyoneSignedIn } from '#core/access/policy.ts'
import { actAs } from '#core/audit/acting.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { LIMITS } from '#platform/http/limits.ts'
import { SESSION_COOKIE } from '#platform/http/cookies.ts'
import { SIGNED_IN } from '#entry/build-app.ts'
import { problemOf } from '#platform/http/problem.ts'
import { createServer, type WebServer } from '#platform/http/server.ts'
import { csrfOf } from '#platform/http/sessions.ts'
import { fault } from '#platform/errors/fault.ts'
import { testApp, type TestApp } from './kit/test-app.ts'

let t: TestApp
let planted: WebServer<Act>
let token: string
beforeAll(async () => {
  t = await testApp()
  const door = { db: t.database.connect('sightline_app'), world: t.world }
  planted = await createServer<Act>({
    world: t.world,
    log: line => t.log.push(line),
    gate: t.database.connect('sightline_gate'),
    limits: LIMITS,
    standing: SIGNED_IN,
    asUser: (userId, work) => actAs(door, userId, act => work(act, act.tx)),
    chrome: () => ({ navigation: [], signedInAs: null, banner: null }),
    filesRefused: 'No files.',
  })
  planted.routes.api('POST', '/api/v1/planted/:name', {
    summary: 'Refuses whatever it is asked',
    may: anyoneSignedIn,
    looksAt: 'nothing',
    body: z.object({ kind: z.enum(['wrong', 'taken', 'gone']), count: z.number() }),
    reply: z.object({ done: z.boolean() }),
    answer: async ({ body }) => {
      if (body.kind === 'gone') throw fault('not-found')
      throw body.kind === 'taken'
        ? new Refusal({ '': 'Someone took it' }, 409)
        : new Refusal({ first: 'Enter one', second: 'Enter another' })
    },
  })
  token = (await t.as('Priya Raman')).cookies.get(SESSION_COOKIE) ?? ''
})
afterAll(async () => {
  await planted.app.close()
  await t[Symbol.asyncDispose]()
})

const post = (payload: object) =>
  planted.app.inject({
    method: 'POST',
    url: '/api/v1/planted/x',
    headers: { 'x-csrf': csrfOf(token) },
    cookies: { [SESSION_COOKIE]: token },
    payload,
  })

/** The members that RFC 9457 (3.1) defines, each of the kind it says; others are extensions. */
const Rfc9457 = z.looseObject({
  type: z.string().refine(type => URL.canParse(type, 'https://sightline.example')),
  title: z.string().min(1),
  status: z.int(),
  detail: z.string().min(1),
  instance: z.string().optional(),
})

describe('a refusal in the API', () => {
  test.each([
    [422, { kind: 'wrong', count: 1 }, ['first: Enter one', 'second: Enter another']],
    [409, { kind: 'taken', count: 1 }, [': Someone took it']],
    [422, { kind: 'other' }, [expect.stringMatching(/^kind: ./), expect.stringMatching(/^count: ./)]],
    [404, { kind: 'gone', count: 1 }, undefined],
  ])('is a problem of status %i that names the fields: %o', async (status, sent, errors) => {
    const answer = await post(sent)
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const problem = Rfc9457.parse(answer.json())
    expect(problem.status).toBe(status)
    const named = answer.json<{ errors?: { field: string; says: string }[] }>().errors
    expect(named?.map(one => `${one.field}: ${one.says}`)).toEqual(errors)
  })

  test('every fault is a problem by RFC 9457, and a broken one is seen', () => {
    const problem = problemOf(fault('conflict'), null)
    expect(Rfc9457.safeParse(problem).success).toBe(true)
    expect(Rfc9457.safeParse({ ...problem, status: '409' }).success).toBe(false)
  })
})

const documentOf = async (app: TestApp['app']): Promise<Record<string, never>> =>
  (await app.inject('/api/v1/openapi.json')).json()

describe('the OpenAPI document', () => {
  test.each([
    ['as it is', () => t.app],
    ['with an operation that writes', () => planted.app],
  ])('is OpenAPI 3.1, %s', async (_, app) => {
    const validator = new Validator()
    expect(await validator.validate(await documentOf(app()))).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
  })

  test('says how one signs in, what proof is asked for and what a problem is', async () => {
    const document = await documentOf(planted.app)
    expect(document).toMatchObject({
      security: [{ session: [] }, { system: [] }],
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE } },
        parameters: {
          csrf: { name: 'x-csrf', in: 'header' },
          key: { name: 'Idempotency-Key', in: 'header', required: true },
        },
        schemas: { Problem: { required: ['type', 'title', 'status', 'detail'] } },
      },
    })
    const { parameters, responses } = document['paths']?.['/api/v1/planted/{name}']?.['post'] ?? ({} as never)
    expect(parameters).toContainEqual({ $ref: '#/components/parameters/csrf' })
    for (const status of ['401', '403', '404', '409', '422', 'default'])
      expect(responses[status]).toEqual({ $ref: '#/components/responses/Problem' })
  })

  test('says what may stand in an address as it is checked', async () => {
    const document = await documentOf(t.app)
    const inPath = (path: string): object =>
      document['paths']?.[path]?.['get']?.['parameters']?.[0]?.['schema'] ?? {}
    expect(inPath('/api/v1/concerns/schema/{face}')).toEqual({ type: 'string', pattern: '^[a-z-]{1,60}$' })
    expect(inPath('/api/v1/concerns/{concernId}/status')).toMatchObject({
      type: 'string',
      format: 'uuid',
      pattern: expect.stringMatching(/^\^\[0-9a-f\]/),
    })
  })

  test.each(['referrer', 'practitioner'])(
    'describes the schema of a face that is answered: %s',
    async face => {
      const answer = await (await t.as('Leah Brandt')).get(`/api/v1/concerns/schema/${face}`)
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        200,
        'application/json; charset=utf-8',
      ])
      const document = await documentOf(t.app)
      const described = document['paths']?.['/api/v1/concerns/schema/{face}']?.['get']?.['responses']?.['200']
      const schema: object = described?.['content']?.['application/json']?.['schema'] ?? { not: {} }
      expect(new Ajv2020({ strict: false }).validate(schema, answer.json())).toBe(true)
    },
  )

  test('a document that is not, is refused', async () => {
    const document: object = await documentOf(t.app)
    const { valid } = await new Validator().validate({ ...document, paths: { concerns: {} } })
    expect(valid).toBe(false)
  })
})
